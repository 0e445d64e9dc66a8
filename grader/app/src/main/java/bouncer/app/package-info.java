@NullMarked
package bouncer.app;

import org.jspecify.annotations.NullMarked;
