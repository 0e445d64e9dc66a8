/** Extension points of the engine: the modelled machine, and a listener to reads of arrays. */
@NullMarked
package bouncer.engine.spi;

import org.jspecify.annotations.NullMarked;
