@NullMarked
package bouncer.checks;

import org.jspecify.annotations.NullMarked;
