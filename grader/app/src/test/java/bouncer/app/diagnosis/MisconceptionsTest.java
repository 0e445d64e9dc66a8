package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import bouncer.checks.result.Location;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
                .contains("Line 7 locks the Object that line 4 creates anew in every call");
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
                .contains("Line 5 locks the Object that line 4 creates anew in every call");
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
                .anyMatch(text -> text.contains("`count`, which is of type Integer"))
                .anyMatch(text -> text.contains("line 5 assigns another object to that field"));
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
                .contains("accesses `balance` under the lock `in`", "line 6 under the lock `out`");
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
                .contains("Line 5 accesses `value` without the lock `this`, under which line 3");
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
                .anyMatch(text -> text.contains("Line 7 reads `other` and line 8 changes it"));
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
        assertThat(told(Fault.IF_NOT_WHILE, source))
                .singleElement()
                .asString()
                .contains("Line 4 checks the condition once, and after `wait()` in line 5");
        assertThat(told(Fault.NOTIFY_NOT_NOTIFYALL, source))
                .singleElement()
                .asString()
                .contains("Line 9 calls `notify()`");
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
    void aFieldThatIsCheckedInAnEarlierLockedSectionIsNamed() {
        String source = """
                class C {
                    private long balance;
                    synchronized long balance() { return balance; }
                    boolean withdraw(long a) {
                        if (balance() >= a) {
                            synchronized (this) {%s
                                balance -= a;
                            }
                            return true;
                        }
                        return false;
                    }
                }
                """;
        assertThat(told(Fault.CHECK_THEN_ACT, source.formatted("")))
                .singleElement()
                .asString()
                .contains("Line 5 checks `balance` under the lock `this`, and line 7 changes it");
        assertThat(told(Fault.CHECK_THEN_ACT, source.formatted(" if (balance < a) { return false; }")))
                .as("checked again under the lock")
                .isEmpty();
    }

    @Test
    void anAtomicThatIsReadAndThenDecrementedIsNamed() {
        assertThat(told(Fault.PERMIT_OFF_BY_ONE, """
                import java.util.concurrent.atomic.AtomicInteger;
                class C {
                    private final AtomicInteger permits = new AtomicInteger(1);
                    boolean tryAcquire() {
                        if (permits.get() > 0) {
                            permits.decrementAndGet();
                            return true;
                        }
                        return false;
                    }
                }
                """))
                .singleElement()
                .asString()
                .contains("Line 5 reads `permits` and line 6 changes it");
    }

    @Test
    void theMethodThatShouldWakeIsNamedAndNotTheOneThatTakes() {
        assertThat(told(Fault.LOST_WAKEUP, """
                class C {
                    private Thread owner;
                    synchronized void lock() throws InterruptedException {
                        while (owner != null) {
                            wait();
                        }
                        owner = Thread.currentThread();
                    }
                    synchronized boolean tryLock() {
                        if (owner != null) return false;
                        owner = Thread.currentThread();
                        return true;
                    }
                    synchronized void unlock() { owner = null; }
                }
                """))
                .first()
                .asString()
                .contains("`unlock` changes `owner` in line 14", "`wait()` in line 5");
    }

    @Test
    void waitingWithoutTheMonitorIsNamedOnlyWhereNoLockIsHeld() {
        String source = """
                class C {
                    private volatile boolean free;
                    %s void lock() throws InterruptedException {
                        while (!free) {
                            wait();
                        }
                    }
                    synchronized void unlock() { free = true; notifyAll(); }
                }
                """;
        assertThat(told(Fault.UNEXPECTED_EXCEPTION, source.formatted("")))
                .singleElement()
                .asString()
                .contains("Line 5 calls `wait()` without holding the monitor");
        assertThat(told(Fault.UNEXPECTED_EXCEPTION, source.formatted("synchronized")))
                .isEmpty();
    }

    @Test
    void theFactInTheFailingLineComesFirst() {
        List<Facts.Fact> facts = Misconceptions.read(compile("""
                class C {
                    private long a;
                    private long b;
                    void one() { a++; }
                    void two() { b++; }
                }
                """));
        Location at = new Location("C.java", 5);
        assertThat(Misconceptions.thatExplain(Fault.LOST_UPDATE, at, facts))
                .extracting(fact -> fact.mistake().line())
                .containsExactly(5, 4);
    }

    @Test
    void everyKindHasATextThatIsFilledInAndFaultsThatExist() {
        List<Class<?>> kinds = Stream.of(Misconception.class, Misconception.WithoutStep.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .<Class<?>>map(type -> type)
                .toList();
        assertThat(kinds).hasSizeGreaterThan(30);
        assertThat(Misconceptions.text(new Misconception.LockPerCall(5, "Object", 4)))
                .doesNotContain("{");
        for (Class<?> kind : kinds) {
            assertThat(Misconceptions.knows(kind)).as(kind.getSimpleName()).isTrue();
        }
        assertThat(Misconceptions.faultsNamed())
                .allSatisfy(name -> assertThat(Fault.of(name).id()).isEqualTo(name));
    }

    private List<String> told(Fault fault, String source) {
        return MistakeTexts.of(directory, fault, source);
    }

    private List<byte[]> compile(String source) {
        return MistakeTexts.compile(directory, source);
    }
}
