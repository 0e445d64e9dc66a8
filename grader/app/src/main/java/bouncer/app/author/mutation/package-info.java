/** Makes mutants of a correct class, each with one concurrency mistake. */
@NullMarked
package bouncer.app.author.mutation;

import org.jspecify.annotations.NullMarked;
