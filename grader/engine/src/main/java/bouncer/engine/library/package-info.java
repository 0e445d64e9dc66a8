/** Models of library classes: instrumented code gets these where it names the library's, and calls leave as steps. */
@NullMarked
package bouncer.engine.library;

import org.jspecify.annotations.NullMarked;
