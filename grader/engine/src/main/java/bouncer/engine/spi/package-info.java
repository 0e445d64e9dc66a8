/** What a user of the engine may supply to it: how the modelled machine looks, and who listens to reads of arrays. */
@NullMarked
package bouncer.engine.spi;

import org.jspecify.annotations.NullMarked;
