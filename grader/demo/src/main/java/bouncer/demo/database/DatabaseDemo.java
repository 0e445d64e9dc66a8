package bouncer.demo.database;

import bouncer.demo.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Eighty clients of a database that accepts fifty connections: each with its own connection, then with a pool. */
public final class DatabaseDemo {
    private static final int ROOM = 50;
    static final int CLIENTS = 80;
    private static final int WORK_MILLIS = 400;
    private static final int PATIENCE_SECONDS = 15;

    private DatabaseDemo() {}

    /**
     * Runs the demonstration.
     *
     * @param mine directory of the reader's compiled pool; empty to use HikariCP only
     * @param all whether to draw every connection
     * @return false if the reader's pool cannot be created, so that nothing was shown
     */
    public static boolean run(Optional<Path> mine, boolean all) throws Exception {
        Console.heading("A real database that accepts " + ROOM + " connections");
        if (mine.isPresent() && !LearnerPool.isWritten(mine.get())) {
            return false;
        }
        try (Database database = open()) {
            Console.line("  %s, %d clients at once, each works for %d ms", database.name(), CLIENTS, WORK_MILLIS);
            if (database.limit() > 0) {
                unpooled(database);
                database.awaitEmpty();
            } else {
                Console.line("  (H2 has no limit: what PostgreSQL says to client %d cannot be shown here)", ROOM + 1);
            }
            try (ConnectionSource pool = mine.isPresent()
                    ? LearnerPool.pool(mine.get(), database, ROOM)
                    : ConnectionSource.hikari(database, ROOM)) {
                pooled(database, pool, all);
            }
        }
        return true;
    }

    private static Database open() {
        Console.line("  Starting PostgreSQL takes some seconds ...");
        try {
            return Postgres.start(ROOM);
        } catch (IOException e) {
            Console.line("  PostgreSQL cannot be started here: %s", String.valueOf(e.getMessage()));
            Console.line("  H2 takes its place.");
            return new H2();
        }
    }

    private static void unpooled(Database database) throws InterruptedException {
        Console.heading("A connection for each client");
        ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();
        CountDownLatch tried = new CountDownLatch(CLIENTS);
        together(client -> {
            try (Connection connection = database.connect()) {
                // No client leaves before all have tried; otherwise luck would decide how many are refused.
                tried.countDown();
                tried.await();
                database.work(connection, WORK_MILLIS);
                served.add(client);
            } catch (SQLException e) {
                refused.add(String.valueOf(e.getMessage()));
                tried.countDown();
            }
        });
        Console.line("  served  %3d", served.size());
        Console.line("  refused %3d   %s", refused.size(), refused.isEmpty() ? "" : "\"" + refused.peek() + "\"");
    }

    private static void pooled(Database database, ConnectionSource pool, boolean all) throws InterruptedException {
        Console.heading("The same clients with a pool of " + ROOM + ": " + pool.name());
        ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> waited = new ConcurrentLinkedQueue<>();
        Timeline timeline = new Timeline();
        together(client -> {
            long asked = System.nanoTime();
            try {
                Connection connection = pool.acquire();
                long got = System.nanoTime();
                try {
                    database.work(connection, WORK_MILLIS);
                } finally {
                    timeline.held(client, Timeline.identity(connection), got, System.nanoTime());
                    pool.release(connection);
                }
                waited.add(got - asked);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
                failed.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        });
        Console.line("  served  %3d", waited.size());
        Console.line("  failed  %3d%s", failed.size(), failed.isEmpty() ? "" : "   \"" + failed.peek() + "\"");
        if (timeline.connections() == 0) {
            return;
        }
        Console.line(
                "  %d connections were lent; most in use at once: %d; lent to two at once: %d times",
                timeline.connections(), timeline.most(), timeline.shared());
        long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length > 0) {
            Console.line(
                    "  waited for a turn: the first %.0f ms, half of them over %.0f ms, the last %.0f ms",
                    Console.millis(sorted[0]),
                    Console.millis(sorted[sorted.length / 2]),
                    Console.millis(sorted[sorted.length - 1]));
        }
        Console.line("");
        timeline.draw(all);
    }

    /** The work of one client. */
    private interface Client {
        void run(int number) throws InterruptedException;
    }

    private static void together(Client client) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    gate.await();
                    client.run(number);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            // A pool in which a client blocks forever must not keep this program alive.
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        gate.countDown();
        long stuck = awaitEnd(threads);
        if (stuck > 0) {
            Console.line("  %d clients were still waiting after %d s without progress", stuck, PATIENCE_SECONDS);
        }
    }

    /** Waits while clients keep finishing; returns the number of clients that do not finish. */
    private static long awaitEnd(List<Thread> threads) throws InterruptedException {
        long alive = threads.size();
        long changed = System.nanoTime();
        while (alive > 0 && System.nanoTime() - changed < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            Thread.sleep(5);
            long now = threads.stream().filter(Thread::isAlive).count();
            changed = now < alive ? System.nanoTime() : changed;
            alive = now;
        }
        return alive;
    }
}
