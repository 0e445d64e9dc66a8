/** Makes concurrency mutants: the source of a right class enters, the same with one thing wrong leaves, many times over. */
@NullMarked
package bouncer.app.author.mutation;

import org.jspecify.annotations.NullMarked;
