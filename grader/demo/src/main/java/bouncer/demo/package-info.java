/** Short demonstrations whose output is measured while they run. */
@NullMarked
package bouncer.demo;

import org.jspecify.annotations.NullMarked;
