/** What model threads run on: hands control from one to another. */
@NullMarked
package bouncer.engine.carrier;

import org.jspecify.annotations.NullMarked;
