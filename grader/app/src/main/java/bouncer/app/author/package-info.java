/** Tools for authors of exercises: tests the checks on solutions and mutants, and creates new exercises. */
@NullMarked
package bouncer.app.author;

import org.jspecify.annotations.NullMarked;
