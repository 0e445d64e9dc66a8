package bouncer.demo.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL server of our own: unpacked, started on a free port of the loopback interface, deleted at the end. */
final class Postgres implements Database {
    private static final int START_SECONDS = 60;
    private static final int OURS = 1;
    private final Binaries binaries;
    private final String url;
    private final int limit;
    private final Connection ours;
    private final Thread farewell;

    private Postgres(Binaries binaries, String url, int limit, Connection ours, Thread farewell) {
        this.binaries = binaries;
        this.url = url;
        this.limit = limit;
        this.ours = ours;
        this.farewell = farewell;
    }

    /**
     * Starts a server that lets so many clients in.
     *
     * @throws IOException if it cannot be had here; the message says why
     */
    static Postgres start(int clients) throws IOException, InterruptedException {
        Binaries binaries = Binaries.create();
        Thread farewell = new Thread(() -> {
            // Of what the demonstration complains about when its database goes, nobody wants to read.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            end(binaries);
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            binaries.unpack();
            Path data = binaries.root().resolve("data");
            run(
                    binaries,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "bouncer",
                    "-A",
                    "trust",
                    "-N",
                    "-E",
                    "UTF8",
                    "--locale=C");
            int port = freePort();
            List<String> command = new ArrayList<>(binaries.command("postgres"));
            command.addAll(List.of("-D", data.toString(), "-p", "" + port, "-h", "127.0.0.1", "-F"));
            command.addAll(List.of("-c", "max_connections=" + (clients + OURS)));
            command.addAll(List.of("-c", "superuser_reserved_connections=0"));
            command.addAll(
                    List.of("-c", "unix_socket_directories=", "-c", "shared_buffers=4MB", "-c", "max_wal_senders=0"));
            Process server = binaries.start(command, "server.log");
            String superUser = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bouncer";
            Connection ours = awaitReady(superUser, server, binaries);
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=guest&loginTimeout=30";
            return new Postgres(binaries, url, clients, ours, farewell);
        } catch (IOException | InterruptedException | RuntimeException e) {
            end(binaries);
            forget(farewell);
            throw e;
        }
    }

    /** Returns the one connection that is ours for as long as the server runs. */
    private static Connection awaitReady(String url, Process server, Binaries binaries)
            throws IOException, InterruptedException {
        SQLException last = null;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                Connection connection = DriverManager.getConnection(url);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create role guest login");
                }
                return connection;
            } catch (SQLException e) {
                last = e;
                Thread.sleep(50);
            }
        }
        throw new IOException("the server did not start: " + (last == null ? "" : last.getMessage()) + " "
                + binaries.log("server.log"));
    }

    private static void run(Binaries binaries, String tool, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(binaries.command(tool));
        command.addAll(List.of(arguments));
        Process process = binaries.start(command, tool + ".log");
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(tool + " did not end within " + START_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(tool + " failed: " + binaries.log(tool + ".log"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String name() throws SQLException {
        return "PostgreSQL " + ours.getMetaData().getDatabaseProductVersion();
    }

    @Override
    public void awaitEmpty() throws SQLException, InterruptedException {
        try (Statement statement = ours.createStatement()) {
            for (int i = 0; i < 500; i++) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from pg_stat_activity where backend_type = 'client backend'")) {
                    found.next();
                    if (found.getInt(1) <= OURS) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public String url() {
        return url;
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
        end(binaries);
        forget(farewell);
    }

    /** Ends the server, whoever is still connected, and deletes everything; also when this process is told to end. */
    private static void end(Binaries binaries) {
        try {
            if (Files.exists(binaries.root().resolve("data/postmaster.pid"))) {
                String data = binaries.root().resolve("data").toString();
                run(binaries, "pg_ctl", "stop", "-D", data, "-m", "fast", "-w", "-t", "10");
            }
        } catch (IOException e) {
            // It was only about to start: it is ended below, with everything else.
            binaries.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        binaries.close();
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
            return;
        }
    }

    /** Reads a small file as text, for messages. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
