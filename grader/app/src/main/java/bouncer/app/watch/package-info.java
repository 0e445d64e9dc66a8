/** The loop of saving and looking: files and keys enter, judged rounds leave. */
@NullMarked
package bouncer.app.watch;

import org.jspecify.annotations.NullMarked;
