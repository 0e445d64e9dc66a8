package bouncer.demo.database;

import bouncer.demo.Console;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which client held which connection, and when. Thread-safe. */
final class Timeline {
    private static final int COLUMNS = 60;
    /** At least as many as there are clients, so that no two look the same. */
    static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+*#@%&$=<>?!/~^:;-";

    private final long start = System.nanoTime();
    private final Map<Object, List<Held>> rows = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();

    private record Held(int client, long from, long to) {}

    /** Notes that a client held a connection. */
    synchronized void held(int client, Object connection, long from, long to) {
        rows.computeIfAbsent(connection, key -> {
                    order.add(key);
                    return new ArrayList<>();
                })
                .add(new Held(client, from, to));
    }

    /** What a connection really is: a pool may wrap it anew for every borrower. */
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

    /** How many connections there were. */
    synchronized int connections() {
        return rows.size();
    }

    /** The most that were held at one moment. */
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

    /** How many times one connection was held by two clients at once: never, if the pool is right. */
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

    /** Draws a line for each connection, those that changed hands most first, a sign for each client. */
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
