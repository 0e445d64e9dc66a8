/** Models of the locks: each operation of instrumented code enters, one step that waits where it must leaves. */
@NullMarked
package bouncer.engine.library.locks;

import org.jspecify.annotations.NullMarked;
