package bouncer.demo.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An H2 in this process's memory, for machines on which PostgreSQL cannot be started. It has no limit of connections.
 */
final class H2 implements Database {
    private static final String URL = "jdbc:h2:mem:bouncer;DB_CLOSE_DELAY=-1";

    @Override
    public String name() {
        return "H2, in memory";
    }

    @Override
    public void awaitEmpty() {
        // H2 does not count its clients.
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(URL, "sa", "");
    }

    @Override
    public String url() {
        return URL;
    }

    @Override
    public int limit() {
        return 0;
    }

    @Override
    public void work(Connection connection, int millis) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        Thread.sleep(millis);
    }

    @Override
    public void close() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            System.err.println("H2 did not shut down cleanly: " + e.getMessage());
        }
    }
}
