/** The engine's front door: a program and limits enter, what every schedule that matters showed leaves. */
@NullMarked
package bouncer.engine;

import org.jspecify.annotations.NullMarked;
