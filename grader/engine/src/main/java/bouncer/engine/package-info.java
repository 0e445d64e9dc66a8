@NullMarked
package bouncer.engine;

import org.jspecify.annotations.NullMarked;
