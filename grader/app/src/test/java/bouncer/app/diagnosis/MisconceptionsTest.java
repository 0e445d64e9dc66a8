package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import bouncer.checks.result.Location;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisconceptionsTest {
    @TempDir
    private Path directory;

    @Test
    void aLockThatAMethodMakesAnewIsNoLockEither() {
        String source = """
                class C {
                    private int count;
                    private %s Object lock() {
                        return %s;
                    }
                    void increment() {
                        synchronized (lock()) {
                            count++;
                        }
                    }
                }
                """;
        assertThat(told(Fault.LOST_UPDATE, source.formatted("", "new Object()")))
                .first()
                .asString()
                .contains("line 7 locks the Object that line 4 makes anew at every call");
        assertThat(told(Fault.LOST_UPDATE, source.formatted("", "this"))).noneMatch(text -> text.contains("anew"));
    }

    @Test
    void aLockThatEachCallMakesAnewIsNamedWithBothLines() {
        assertThat(told(Fault.WRONG_LOCK, """
                class C {
                    private int count;
                    void increment() {
                        Object lock = new Object();
                        synchronized (lock) {
                            count++;
                        }
                    }
                }
                """))
                .first()
                .asString()
                .contains("line 5 locks the Object that line 4 makes anew at every call");
    }

    @Test
    void aLockThatIsKeptInAFieldIsNoMisconception() {
        assertThat(told(Fault.WRONG_LOCK, """
                class C {
                    private final Object lock = new Object();
                    private int count;
                    void increment() { synchronized (lock) { count++; } }
                    int get() { synchronized (lock) { return count; } }
                }
                """)).isEmpty();
    }

    @Test
    void boxedAndReassignedLocksAreNamed() {
        assertThat(told(Fault.WRONG_LOCK, """
                class C {
                    private Integer count = 0;
                    void increment() {
                        synchronized (count) {
                            count = count + 1;
                        }
                    }
                }
                """))
                .anyMatch(text -> text.contains("`count`, a Integer"))
                .anyMatch(text -> text.contains("line 5 puts another object there"));
    }

    @Test
    void twoLocksForOneFieldAreNamed() {
        assertThat(told(Fault.WRONG_LOCK, """
                class C {
                    private final Object in = new Object();
                    private final Object out = new Object();
                    private long balance;
                    void deposit(long a) { synchronized (in) { balance += a; } }
                    void withdraw(long a) { synchronized (out) { balance -= a; } }
                }
                """))
                .singleElement()
                .asString()
                .contains("`balance` is guarded by `in`", "`out`", "line 6");
    }

    @Test
    void aReadWithoutTheLockIsNamedOnlyWhereCallersComeIn() {
        assertThat(told(Fault.UNLOCKED_READ, """
                class C {
                    private long value;
                    synchronized void add() { value++; touch(); }
                    private void touch() { value++; }
                    long get() { return value; }
                }
                """))
                .singleElement()
                .asString()
                .contains("guarded by this in line 3, but line 5 uses it without");
    }

    @Test
    void everyUnderstandableLockCountsAlsoOneWithUnlockInFinally() {
        assertThat(told(Fault.UNLOCKED_READ, """
                import java.util.concurrent.locks.*;
                class C {
                    private final Lock lock = new ReentrantLock();
                    private long value;
                    void add() { lock.lock(); try { value++; } finally { lock.unlock(); } }
                    long get() { lock.lock(); try { return value; } finally { lock.unlock(); } }
                }
                """)).isEmpty();
    }

    @Test
    void nothingIsSaidWhereTheLockCannotBeTold() {
        assertThat(told(Fault.UNLOCKED_READ, """
                class C {
                    private long value;
                    void add(Object lock) { synchronized (lock) { value++; } }
                    long get() { return value; }
                }
                """)).isEmpty();
    }

    @Test
    void volatileAndAtomicUpdatesInTwoStepsAreNamed() {
        assertThat(told(Fault.LOST_UPDATE, """
                import java.util.concurrent.atomic.AtomicLong;
                class C {
                    private volatile long value;
                    private final AtomicLong other = new AtomicLong();
                    void increment() { value++; }
                    void two() {
                        long seen = other.get();
                        other.set(seen + 1);
                    }
                }
                """))
                .anyMatch(text -> text.startsWith("Line 5 reads `value`"))
                .anyMatch(text -> text.contains("read in line 7 and set in line 8"));
    }

    @Test
    void waitingIsJudgedByItsLoopAndItsWaker() {
        String source = """
                class C {
                    private boolean free = true;
                    synchronized void lock() throws InterruptedException {
                        if (!free) {
                            wait();
                        }
                        free = false;
                    }
                    synchronized void unlock() { free = true; notify(); }
                }
                """;
        assertThat(told(Fault.IF_NOT_WHILE, source)).singleElement().asString().contains("After `wait()` in line 5");
        assertThat(told(Fault.NOTIFY_NOT_NOTIFYALL, source))
                .singleElement()
                .asString()
                .contains("`notify()` in line 9");
        assertThat(told(Fault.MISSING_NOTIFY, source)).isEmpty();
        assertThat(told(Fault.IF_NOT_WHILE, source.replace("if (", "while ("))).isEmpty();
    }

    @Test
    void sleepingSpinningForgettingAndNotUnlockingAreNamed() {
        String source = """
                import java.util.concurrent.locks.*;
                class C {
                    private final Lock lock = new ReentrantLock();
                    private volatile boolean free;
                    void poll() {
                        while (!free) {
                            try { Thread.sleep(1); } catch (InterruptedException e) { free = false; }
                        }
                    }
                    void spin() { while (!free) { Thread.onSpinWait(); } }
                    void call(Runnable r) { lock.lock(); r.run(); lock.unlock(); }
                }
                """;
        assertThat(told(Fault.SLEEP_POLLING, source)).singleElement().asString().contains("Line 7 sleeps in a loop");
        assertThat(told(Fault.BUSY_WAIT, source)).anyMatch(text -> text.contains("`onSpinWait()` in line 10"));
        assertThat(told(Fault.SWALLOWED_INTERRUPT, source))
                .singleElement()
                .asString()
                .contains("Line 7 catches");
        assertThat(told(Fault.NO_RELEASE_ON_EXCEPTION, source))
                .singleElement()
                .asString()
                .contains("line 11");
    }

    @Test
    void theFactInTheFailingLineComesFirst() {
        List<Misconception> facts = Misconceptions.read(compile("""
                class C {
                    private long a;
                    private long b;
                    void one() { a++; }
                    void two() { b++; }
                }
                """));
        Location at = new Location("C.java", 5);
        assertThat(Misconceptions.thatExplain(Fault.LOST_UPDATE, at, facts))
                .extracting(Misconception::line)
                .containsExactly(5, 4);
    }

    @Test
    void everyKindHasATextThatIsFilledInAndFaultsThatExist() {
        Class<?>[] kinds = Misconception.class.getPermittedSubclasses();
        assertThat(kinds).hasSizeGreaterThan(10);
        assertThat(Misconceptions.tell(new Misconception.LockPerCall(5, "Object", 4)))
                .doesNotContain("{");
        for (Class<?> kind : kinds) {
            assertThat(Misconceptions.knows(kind)).as(kind.getSimpleName()).isTrue();
        }
        assertThat(Misconceptions.faultsNamed())
                .allSatisfy(name -> assertThat(Fault.of(name).id()).isEqualTo(name));
    }

    private List<String> told(Fault fault, String source) {
        return Told.of(directory, fault, source);
    }

    private List<byte[]> compile(String source) {
        return Told.compile(directory, source);
    }
}
