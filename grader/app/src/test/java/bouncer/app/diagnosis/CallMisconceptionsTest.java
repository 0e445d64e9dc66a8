package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in calls, each beside the correct version of the same code. */
class CallMisconceptionsTest {
    @TempDir
    private Path directory;

    private List<String> told(Fault fault, String source) {
        return MistakeTexts.of(directory, fault, source);
    }

    @Test
    void threadsThatNothingWaitsForAreNamed() {
        String source = """
                class C {
                    static long sum() throws InterruptedException {
                        Thread[] workers = new Thread[2];
                        long[] parts = new long[2];
                        for (int i = 0; i < 2; i++) {
                            int me = i;
                            workers[i] = new Thread(() -> parts[me] = 1);
                            workers[i].start();
                            %s
                        }
                        return parts[0] + parts[1];
                    }
                }
                """;
        assertThat(told(Fault.WRONG_RESULT, source.formatted("")))
                .singleElement()
                .asString()
                .contains("Line 8 starts threads, and nothing in this class waits for their end");
        String joined = source.formatted("workers[i].join();");
        assertThat(told(Fault.WRONG_RESULT, joined)).isEmpty();
        assertThat(told(Fault.OVER_SERIALISED, joined))
                .singleElement()
                .asString()
                .contains("Line 9 waits for the thread that line 8 has just started");
    }

    @Test
    void aStandardInputThatIsNeverClosedIsNamed() {
        String source = """
                class C {
                    static void run(Process child) throws java.io.IOException {
                        child.getOutputStream().write(1);
                        %s
                    }
                }
                """;
        assertThat(told(Fault.HANG, source.formatted("")))
                .singleElement()
                .asString()
                .contains("Line 3 opens the child's standard input, and nothing in this class closes it");
        assertThat(told(Fault.HANG, source.formatted("child.getOutputStream().close();")))
                .isEmpty();
    }

    @Test
    void anInterruptThatIsKeptOrWrappedIsNamedAndOneThatIsThrownOnIsNot() {
        String source = """
                class C {
                    void run(Thread t) throws InterruptedException {
                        boolean interrupted = false;
                        while (t.isAlive()) {
                            try {
                                t.join();
                            } catch (InterruptedException e) {
                                %s;
                            }
                        }
                        if (interrupted) {
                            %s;
                        }
                    }
                }
                """;
        String set = "Thread.currentThread().interrupt()";
        assertThat(told(Fault.SWALLOWED_INTERRUPT, source.formatted("interrupted = true", set)))
                .singleElement()
                .asString()
                .contains("Line 7 catches", "throws nothing");
        assertThat(told(Fault.SWALLOWED_INTERRUPT, source.formatted("throw new IllegalStateException(e)", set)))
                .singleElement()
                .asString()
                .contains("throws IllegalStateException instead");
        String thrown = "throw new InterruptedException()";
        assertThat(told(
                        Fault.SWALLOWED_INTERRUPT,
                        source.formatted("interrupted = true", thrown + ";" + set)
                                .replace(thrown + ";" + set, "if (t.isDaemon()) " + set + "; " + thrown)))
                .isEmpty();
        assertThat(told(Fault.SWALLOWED_INTERRUPT, source.formatted("throw e", set)))
                .isEmpty();
    }

    @Test
    void threadsThatNeverRunAtOnceAreNamed() {
        String source = """
                import java.util.*;
                class C {
                    void both(Runnable a, Runnable b) throws InterruptedException {
                        Thread one = new Thread(a);
                        Thread two = new Thread(b);
                        one.start();
                        %s
                        two.%s();
                        two.join();
                        one.join();
                    }
                    void all(List<Runnable> tasks) throws InterruptedException {
                        for (Runnable task : tasks) {
                            Thread each = new Thread(task);
                            each.start();
                            %s
                        }
                    }
                }
                """;
        assertThat(told(Fault.NO_CONCURRENCY, source.formatted("", "start", "")))
                .isEmpty();
        assertThat(told(Fault.NO_CONCURRENCY, source.formatted("one.join();", "start", "")))
                .singleElement()
                .asString()
                .contains("Line 7 waits for the thread that line 6 has just started");
        assertThat(told(Fault.NO_CONCURRENCY, source.formatted("", "run", "")))
                .singleElement()
                .asString()
                .contains("Line 8 calls `run()`");
        String subclass =
                source.replace("Thread one = new Thread(a)", "Own one = new Own()") + "class Own extends Thread {}";
        assertThat(told(Fault.NO_CONCURRENCY, subclass.formatted("one.join();", "start", "")))
                .singleElement()
                .asString()
                .contains("Line 7 waits");
        assertThat(told(Fault.NO_CONCURRENCY, source.formatted("", "start", "each.join();")))
                .singleElement()
                .asString()
                .contains("Line 16 waits for the thread that line 15 has just started");
    }

    @Test
    void poolsAndChildrenThatAreLeftAloneAreNamed() {
        String source = """
                import java.util.concurrent.*;
                class C {
                    void pool(Runnable task) {
                        ExecutorService pool = Executors.newSingleThreadExecutor();
                        pool.execute(task);
                        %s
                    }
                    byte[] child(ProcessBuilder builder) throws Exception {
                        Process child = builder%s.start();
                        %s
                        byte[] all = child.getInputStream().readAllBytes();
                        child.waitFor();
                        return all;
                    }
                }
                """;
        String bad = source.formatted("", "", "child.waitFor();");
        assertThat(told(Fault.THREAD_LEAK, bad)).singleElement().asString().contains("Line 4 creates a thread pool");
        assertThat(told(Fault.NO_CONCURRENCY, bad)).singleElement().asString().contains("line 4 has one thread");
        assertThat(told(Fault.PIPE_DEADLOCK, bad))
                .anyMatch(
                        text -> text.startsWith("Line 10 waits for the child's end, and only after that line 11 reads"))
                .anyMatch(text -> text.startsWith("The child started in line 9"));
        String good = source.formatted("pool.shutdown();", ".redirectErrorStream(true)", "");
        assertThat(told(Fault.THREAD_LEAK, good)).isEmpty();
        assertThat(told(Fault.PIPE_DEADLOCK, good)).isEmpty();
    }

    @Test
    void whatIsCalledUnderALockIsNamed() {
        String source = """
                import java.util.function.Supplier;
                class C {
                    private long balance;
                    private int id;
                    Object make(Supplier<?> factory) {
                        %s { return factory.get(); }
                    }
                    void to(C target, long amount) {
                        synchronized (this) {
                            synchronized (target) { balance -= amount; target.balance += amount; }
                        }
                    }
                    synchronized void pay(C target) { target.take(); }
                    synchronized void take() { balance++; }
                }
                """;
        assertThat(told(Fault.LOCK_HELD_WHILE_BLOCKED, source.formatted("synchronized (this)")))
                .singleElement()
                .asString()
                .contains("Line 6 calls `get()` while it holds the lock `this`");
        assertThat(told(Fault.LOCK_HELD_WHILE_BLOCKED, source.formatted(""))).isEmpty();
        assertThat(told(Fault.LOCK_ORDER_DEADLOCK, source.formatted("")))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Line 10 locks"))
                .anyMatch(text -> text.startsWith("Line 13 locks"));
        String ordered = source.formatted("")
                .replace("synchronized void pay(C target) { target.take(); }", """
                void pay(C target) {
                    if (id < target.id) { synchronized (this) { synchronized (target) { balance--; } } }
                    else { synchronized (target) { synchronized (this) { balance--; } } }
                }""")
                .replace(
                        "synchronized (target) { balance -= amount; target.balance += amount; }", "balance -= amount;");
        assertThat(told(Fault.LOCK_ORDER_DEADLOCK, ordered)).isEmpty();
    }

    @Test
    void equalObjectsUnitsAndHoldersThatNobodyAsksForAreNamed() {
        String source = """
                import java.util.*;
                import java.util.concurrent.TimeUnit;
                class C<R> {
                    private final Set<R> lent = %s;
                    boolean release(R resource) { return lent.remove(resource); }
                    boolean tryLock(long timeout, TimeUnit unit) {
                        return %s > 0;
                    }
                    void unlock() {
                        %s;
                    }
                }
                """;
        String bad = source.formatted("new HashSet<>()", "timeout", "lent.clear()");
        assertThat(told(Fault.EQUALS_NOT_IDENTITY, bad))
                .singleElement()
                .asString()
                .contains("`lent.remove` in line 5 asks a HashSet");
        assertThat(told(Fault.BAD_TIMEOUT, bad))
                .singleElement()
                .asString()
                .contains("`tryLock`, which begins in line 7");
        assertThat(told(Fault.WRONG_OWNER_UNLOCK, bad))
                .singleElement()
                .asString()
                .contains("Thread.currentThread()");
        String good = source.formatted(
                "Collections.newSetFromMap(new IdentityHashMap<>())",
                "unit.toNanos(timeout)",
                "if (Thread.currentThread() != null) lent.clear()");
        for (Fault fault : List.of(Fault.EQUALS_NOT_IDENTITY, Fault.BAD_TIMEOUT, Fault.WRONG_OWNER_UNLOCK)) {
            assertThat(told(fault, good)).as(fault.id()).isEmpty();
        }
    }

    @Test
    void aWeakWriteIsNamed() {
        assertThat(told(Fault.LOST_WAKEUP, """
                import java.util.concurrent.atomic.AtomicReference;
                class C {
                    private final AtomicReference<Thread> owner = new AtomicReference<>();
                    void unlock() {
                        owner.setOpaque(null);
                    }
                }
                """)).singleElement().asString().contains("Line 5 writes with `setOpaque`");
    }
}
