/** Demonstrates a connection pool on a real database, with HikariCP or the reader's own pool. */
@NullMarked
package bouncer.demo.database;

import org.jspecify.annotations.NullMarked;
