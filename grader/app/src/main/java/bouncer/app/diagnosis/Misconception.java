package bouncer.app.diagnosis;

import java.util.Locale;

/**
 * A mistake that the student's compiled code shows with certainty. It is reported only beside a failure that it
 * explains. The record's components are inserted by name into the text for the kind in {@code misconceptions.toml}.
 */
public sealed interface Misconception {

    /** Returns the line that the text names as {@code {line}}, 1-based. */
    int line();

    /** Returns the line that the diagnosis points to; 0 for the line of the finding. */
    default int place() {
        return line();
    }

    /** Returns true if a run that fails through this mistake has a recorded step in its line or on its field. */
    default boolean leavesSteps() {
        return true;
    }

    /** Returns the name of the entry in the resource file. */
    default String id() {
        return id(getClass());
    }

    /** Returns the name of the entry for a kind: the record's name in kebab-case. */
    static String id(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A lock that is created anew in the call that acquires it. */
    record LockPerCall(int line, String type, int made) implements Misconception {}

    /** A lock that is a boxed number, a Boolean or a String. */
    record BoxedLock(int line, String field, String type) implements Misconception {}

    /** A lock kept in a field that is assigned again later. */
    record ReassignedLock(int line, String field, int assigned) implements Misconception {}

    /** One field, guarded by different locks in different places. */
    record TwoLocks(int line, String field, String lock, String otherLock, int otherLine) implements Misconception {}

    /** One field, guarded in one place and not in another. */
    record SometimesUnlocked(int line, String field, String lock, int lockedLine) implements Misconception {}

    /** A field that is read, changed and written back with no lock held. */
    record UnguardedUpdate(int line, String field) implements Misconception {}

    /** A volatile field that is read, changed and written back with no lock held. */
    record VolatileUpdate(int line, String field) implements Misconception {}

    /** An atomic variable that is read and then changed, as two steps. */
    record GetThenSet(int line, String field, int readLine) implements Misconception {}

    /** A field that is checked in one locked section, or in none, and changed in a later one. */
    record SplitGuard(int line, String field, String lock, int checkLine) implements Misconception {
        @Override
        public int place() {
            return checkLine;
        }
    }

    /** Instance state in a static field. */
    record StaticState(int line, String field) implements Misconception {}

    /** A condition that is checked once before waiting, and not again after it. */
    record WaitWithoutLoop(int line, String call, int waitLine) implements Misconception {}

    /** A wait that depends on no condition and is not repeated. */
    record WaitWithoutCondition(int line, String call) implements Misconception {}

    /** A class that waits and never notifies. */
    record NoWakeUp(int line, String call) implements Misconception {}

    /** A method that makes a waiter's condition true, in a class that never notifies. */
    record ChangeWithoutWakeUp(int line, String method, String field, String call, int waitLine)
            implements Misconception {}

    /** A wait or notify on an object whose monitor the thread does not hold. */
    record WaitWithoutMonitor(int line, String call) implements WithoutStep {}

    /** A wake-up for one arbitrary waiter. */
    record WakesOne(int line, String call) implements Misconception {}

    /** A sleep inside a loop. */
    record SleepInLoop(int line) implements Misconception {}

    /** A sleep outside any loop. */
    record SleepAndHope(int line) implements Misconception {}

    /** A loop that only yields. */
    record SpinLoop(int line, String call) implements Misconception {}

    /** A lock that is not released if an exception is thrown. */
    record UnlockOutsideFinally(int line) implements WithoutStep {}

    /** An InterruptedException that is caught and ignored. */
    record InterruptForgotten(int line) implements WithoutStep {}

    /** A thread whose {@code run} is called instead of {@code start}. */
    record RunNotStart(int line) implements Misconception {}

    /** An executor with a single thread. */
    record SingleThread(int line) implements Misconception {}

    /** A thread that is joined before the next one is started. */
    record WaitsForEach(int line, int joined) implements Misconception {
        @Override
        public int place() {
            return joined;
        }
    }

    /** Threads that are started and never waited for. */
    record MissingJoin(int line) implements Misconception {
        @Override
        public int place() {
            return 0;
        }
    }

    /** A thread pool that is never shut down. */
    record PoolLeft(int line) implements WithoutStep {}

    /** A child process whose end is awaited before its output is read. */
    record ReadsAfterEnd(int line, int read) implements WithoutStep {}

    /** A child process whose standard input is opened and never closed. */
    record InputOpen(int line) implements WithoutStep {}

    /** A child process whose standard error is never read. */
    record ErrorUnread(int line) implements WithoutStep {}

    /** A lock that never checks which thread calls. */
    record NoOwnerCheck(int line) implements WithoutStep {}

    /** A call that may block for long with a lock held. */
    record CallsUnderLock(int line, String call, String lock) implements WithoutStep {}

    /** A second lock whose order the caller's arguments decide. */
    record LocksAsCalled(int line) implements Misconception {}

    /** A collection that treats equal objects as one. */
    record ComparedByEquals(int line, String call, String type) implements WithoutStep {}

    /** A write that is weaker than a volatile write. */
    record WeakStore(int line, String call) implements Misconception {}

    /** A TimeUnit argument that is never used. */
    record UnitIgnored(int line, String method) implements WithoutStep {}

    /** An InterruptedException that a method declares but replaces by setting the interrupt status. */
    record InterruptKept(int line) implements WithoutStep {}

    /** An InterruptedException that is replaced by another exception. */
    record InterruptWrapped(int line, String type) implements WithoutStep {}

    /** A mistake whose line need not have a recorded step. */
    sealed interface WithoutStep extends Misconception {
        @Override
        default boolean leavesSteps() {
            return false;
        }
    }
}
