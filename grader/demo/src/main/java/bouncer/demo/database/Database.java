package bouncer.demo.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A running database that clients can connect to. */
interface Database extends AutoCloseable {

    /** Returns the name and version that the database reports. */
    String name() throws SQLException;

    /** Waits until the server has noticed that all closed connections are closed. */
    void awaitEmpty() throws SQLException, InterruptedException;

    /** Opens a new connection, as a client without a pool does. */
    Connection connect() throws SQLException;

    /** Returns its JDBC URL. */
    String url();

    /** Returns the most connections that it accepts at once, or 0 if it has no such limit. */
    int limit();

    /** Keeps a connection busy for a while. */
    void work(Connection connection, int millis) throws SQLException, InterruptedException;

    @Override
    void close();
}
