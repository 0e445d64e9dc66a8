/** Carriers of model threads, which transfer control from one to another. */
@NullMarked
package bouncer.engine.carrier;

import org.jspecify.annotations.NullMarked;
