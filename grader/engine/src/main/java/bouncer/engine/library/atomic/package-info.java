/** Models of the atomic variables: each operation of instrumented code enters, one step leaves. */
@NullMarked
package bouncer.engine.library.atomic;

import org.jspecify.annotations.NullMarked;
