/** Java serialization of programs whose classes have models in the place of the library's. */
@NullMarked
package bouncer.engine.serial;

import org.jspecify.annotations.NullMarked;
