package bouncer.demo.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A real PostgreSQL server on a free port of the loopback interface. Its programs are unpacked once below the directory
 * for temporary files; its data is deleted at the end.
 */
final class Postgres implements Database {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int OWN_CONNECTIONS = 1;
    private static final int LOOKS = 500;
    private static final int PAUSE_MILLIS = 20;
    private final EmbeddedPostgres server;
    private final int limit;
    private final Connection own;

    private Postgres(EmbeddedPostgres server, int limit, Connection own) {
        this.server = server;
        this.limit = limit;
        this.own = own;
    }

    /**
     * Starts a server.
     *
     * @param clients the most connections that it accepts
     * @throws IOException if it cannot be started on this machine; the message says why
     */
    static Postgres start(int clients) throws IOException {
        Path programs =
                Path.of(System.getProperty("java.io.tmpdir"), "bouncer-postgres-" + System.getProperty("user.name"));
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Files.createDirectories(programs).toFile())
                    .setServerConfig("max_connections", Integer.toString(clients + OWN_CONNECTIONS))
                    .setServerConfig("superuser_reserved_connections", "0")
                    .setServerConfig("shared_buffers", "4MB")
                    .setServerConfig("max_wal_senders", "0")
                    .setPGStartupWait(START)
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
            try {
                Connection own = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                try (Statement statement = own.createStatement()) {
                    statement.execute("create role guest login");
                }
                return new Postgres(server, clients, own);
            } catch (SQLException e) {
                server.close();
                throw e;
            }
        } catch (SQLException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String name() throws SQLException {
        return "PostgreSQL " + own.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void awaitEmpty() throws SQLException, InterruptedException {
        try (Statement statement = own.createStatement()) {
            for (int i = 0; i < LOOKS; i++) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from pg_stat_activity where backend_type = 'client backend'")) {
                    found.next();
                    if (found.getInt(1) <= OWN_CONNECTIONS) {
                        return;
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=guest&loginTimeout=30";
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void work(Connection connection, int millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(" + millis / 1000.0 + ")");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL could not be stopped: " + e.getMessage());
        }
    }
}
