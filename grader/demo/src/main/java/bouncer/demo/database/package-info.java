/** The pool before a real database: a capacity and a reader's own pool enter, a timeline of who held what leaves. */
@NullMarked
package bouncer.demo.database;

import org.jspecify.annotations.NullMarked;
