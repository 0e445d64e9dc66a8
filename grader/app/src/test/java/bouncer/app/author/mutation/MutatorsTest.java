package bouncer.app.author.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutatorsTest {
    private static final String GATE = """
            package gate;

            public final class Gate {
                private boolean open;

                public synchronized void pass() throws InterruptedException {
                    while (!open) {
                        wait();
                    }
                    open = false;
                }

                public void open() {
                    synchronized (this) {
                        open = true;
                        notifyAll();
                    }
                }
            }
            """;

    private static List<Mutant> mutants(String text) throws IOException {
        return Mutators.of(Map.of("gate/Gate.java", text));
    }

    private static String lineOf(List<Mutant> mutants, String id) {
        Mutant mutant = mutants.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No " + id + " in " + mutants.stream().map(Mutant::id).toList()));
        return mutant.after().lines().toList().get(mutant.line() - 1).strip();
    }

    @Test
    void breaksAMonitorInEveryWayItCanBreak() throws IOException {
        List<Mutant> mutants = mutants(GATE);
        assertEquals("public void pass() throws InterruptedException {", lineOf(mutants, "drop-synchronized@6"));
        assertEquals("if (!open) {", lineOf(mutants, "while-to-if@7"));
        assertEquals(";", lineOf(mutants, "drop-notify@16"));
        assertEquals("notify();", lineOf(mutants, "notify-all-to-notify@16"));
        assertEquals("{", lineOf(mutants, "drop-synchronized-block@14"));
        assertEquals("synchronized (new Object()) {", lineOf(mutants, "new-lock@14"));
        assertEquals("synchronized (getClass()) {", lineOf(mutants, "shared-lock@14"));
        assertEquals("} synchronized (this) { notifyAll();", lineOf(mutants, "split-block@16"));
        assertEquals("private static boolean open;", lineOf(mutants, "static-field@4"));
    }

    @Test
    void keepsEveryLineWhereItWas() throws IOException {
        for (Mutant mutant : mutants(GATE)) {
            assertEquals(GATE.lines().count(), mutant.after().lines().count(), mutant.id());
            assertEquals(mutant.before(), GATE);
        }
    }

    @Test
    void makesNoMutantTwiceAndNoneThatDoesNotCompile() throws IOException {
        List<Mutant> mutants = mutants(GATE);
        assertTrue(mutants.size() > 10, mutants.size() + " mutants");
        assertEquals(
                mutants.size(), mutants.stream().map(Mutant::after).distinct().count());
        assertEquals(mutants.size(), mutants.stream().map(Mutant::id).distinct().count());
        // Moved in front of its block, the variable would be visible; moved behind it, it is not declared yet.
        String local = GATE.replace("open = true;", "boolean now = true; open = now;");
        assertTrue(mutants(local).stream().noneMatch(mutant -> mutant.after().contains("} open = now;")));
    }

    @Test
    void takesAtomicsLocksAndTimeoutsApart() throws IOException {
        String text = """
                package gate;

                import java.util.concurrent.TimeUnit;
                import java.util.concurrent.atomic.AtomicInteger;
                import java.util.concurrent.locks.ReentrantLock;

                class Gate {
                    private final AtomicInteger count = new AtomicInteger();
                    private final ReentrantLock lock = new ReentrantLock();
                    volatile int seen;

                    boolean pass(long timeout, TimeUnit unit) {
                        long limit = unit.toNanos(timeout);
                        long start = System.nanoTime();
                        long left = limit - (System.nanoTime() - start);
                        lock.lock();
                        try {
                            count.incrementAndGet();
                            seen++;
                        } finally {
                            lock.unlock();
                        }
                        return left > 0 && count.compareAndSet(1, 2);
                    }
                }
                """;
        String ids = mutants(text).stream().map(Mutant::id).collect(Collectors.joining(" "));
        for (String id : List.of(
                "atomic-to-set@18",
                "blind-swap@23",
                "drop-volatile@10",
                "drop-finally@17",
                "drop-unlock@21",
                "drop-count@19",
                "boundary@23",
                "wrong-unit@13",
                "restart-timeout@15")) {
            assertTrue(ids.contains(id), id + " is not in " + ids);
        }
    }
}
