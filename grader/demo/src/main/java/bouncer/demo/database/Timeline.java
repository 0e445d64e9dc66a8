package bouncer.demo.database;

import bouncer.demo.Console;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Records which client held which connection, and when. Thread-safe. */
final class Timeline {
    private static final int COLUMNS = 60;
    /** A sign for each client: at least as many as there are clients, so that no two share one. */
    static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+*#@%&$=<>?!/~^:;-";

    private final long start = System.nanoTime();
    private final Map<Object, List<Held>> rows = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();

    private record Held(int client, long from, long to) {}

    /** Records that a client held a connection, with times in nanoseconds. */
    synchronized void held(int client, Object connection, long from, long to) {
        rows.computeIfAbsent(connection, key -> {
                    order.add(key);
                    return new ArrayList<>();
                })
                .add(new Held(client, from, to));
    }

    /** Returns the object that identifies a connection, because a pool may wrap it anew for every borrower. */
    static Object identity(Connection connection) {
        try {
            return connection.unwrap(Class.forName("org.postgresql.PGConnection"));
        } catch (ReflectiveOperationException | java.sql.SQLException e) {
            try {
                return connection.unwrap(Class.forName("org.h2.jdbc.JdbcConnection"));
            } catch (ReflectiveOperationException | java.sql.SQLException other) {
                return connection;
            }
        }
    }

    /** Returns the number of connections. */
    synchronized int connections() {
        return rows.size();
    }

    /** Returns the most connections that were held at one moment. */
    synchronized int most() {
        int most = 0;
        for (List<Held> row : rows.values()) {
            for (Held one : row) {
                int now = 0;
                for (List<Held> others : rows.values()) {
                    now += (int) others.stream()
                            .filter(other -> other.from() <= one.from() && one.from() < other.to())
                            .count();
                }
                most = Math.max(most, now);
            }
        }
        return most;
    }

    /** Returns how many times two clients held one connection at once: 0 if the pool is correct. */
    synchronized int shared() {
        int count = 0;
        for (List<Held> row : rows.values()) {
            for (int i = 0; i < row.size(); i++) {
                for (int j = i + 1; j < row.size(); j++) {
                    Held a = row.get(i);
                    Held b = row.get(j);
                    count += a.from() < b.to() && b.from() < a.to() ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Draws a line for each connection, the most often lent first, with a sign for each client. */
    synchronized void draw(boolean all) {
        long end = rows.values().stream()
                .flatMap(List::stream)
                .mapToLong(Held::to)
                .max()
                .orElse(start + 1);
        int shown = all ? order.size() : Math.min(10, order.size());
        List<Object> busiest = order.stream()
                .sorted(Comparator.comparingInt(
                        connection -> -rows.getOrDefault(connection, List.of()).size()))
                .limit(shown)
                .toList();
        for (Object connection : busiest) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                long moment = start + (end - start) * (2L * column + 1) / (2L * COLUMNS);
                row.append(sign(rows.getOrDefault(connection, List.of()), moment));
            }
            Console.line("  connection %2d |%s|", order.indexOf(connection) + 1, row);
        }
        if (shown < order.size()) {
            Console.line("  … and %d more (--all shows them)", order.size() - shown);
        }
        Console.line("                0%" + (COLUMNS - 1) + ".0f ms", Console.millis(end - start));
        Console.line("  Each client has a sign of its own; . means that the connection is free.");
    }

    private static char sign(List<Held> row, long moment) {
        return row.stream()
                .filter(held -> held.from() <= moment && moment < held.to())
                .findFirst()
                .map(held -> SIGNS.charAt(held.client() % SIGNS.length()))
                .orElse('.');
    }
}
