package bouncer.demo.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A running database that clients can connect to. */
interface Database extends AutoCloseable {

    /** Its name and version, as it says itself. */
    String name() throws SQLException;

    /** Waits until the server has seen that everybody who left is gone. */
    void awaitEmpty() throws SQLException, InterruptedException;

    /** Opens a connection of its own, as a client without a pool does. */
    Connection connect() throws SQLException;

    /** Where clients find it. */
    String url();

    /** How many clients it lets in at once, or 0 when it has no such limit. */
    int limit();

    /** Keeps a connection busy for a while. */
    void work(Connection connection, int millis) throws SQLException, InterruptedException;

    @Override
    void close();
}
