package bouncer.app.diagnosis;

import java.util.Locale;

/**
 * A mistake that the student's compiled code shows with certainty. It is reported only beside a failure that it explains.
 * The components of its record, by name, fill the text that {@code misconceptions.toml} has for the kind.
 */
public sealed interface Misconception {

    /** The line that the text calls {@code {line}}, 1-based. */
    int line();

    /** The line to look at first; 0 if that is the line of the finding. */
    default int place() {
        return line();
    }

    /** Whether a run that this mistake spoils passes one of its lines, or touches its field, in a recorded step. */
    default boolean leavesSteps() {
        return true;
    }

    /** The entry in the resource file. */
    default String id() {
        return id(getClass());
    }

    /** The entry for a kind: its name in kebab-case. */
    static String id(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** A lock that is made anew by the very call that takes it. */
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

    /** The same on a volatile field. */
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

    /** State of an object in a static field. */
    record StaticState(int line, String field) implements Misconception {}

    /** A condition that is checked once before waiting, and not again after it. */
    record WaitWithoutLoop(int line, String call, int waitLine) implements Misconception {}

    /** A wait that depends on no condition and is not repeated. */
    record WaitWithoutCondition(int line, String call) implements Misconception {}

    /** Waiting somewhere and waking nowhere. */
    record NoWakeUp(int line, String call) implements Misconception {}

    /** The same, where a method is known that makes the condition true. */
    record ChangeWithoutWakeUp(int line, String method, String field, String call, int waitLine)
            implements Misconception {}

    /** A wait or notify on an object whose monitor the thread does not hold. */
    record WaitWithoutMonitor(int line, String call) implements WithoutStep {}

    /** A wake-up for one waiter, and not a particular one. */
    record WakesOne(int line, String call) implements Misconception {}

    /** A sleep inside a loop. */
    record SleepInLoop(int line) implements Misconception {}

    /** A sleep outside any loop. */
    record SleepAndHope(int line) implements Misconception {}

    /** A loop that only yields. */
    record SpinLoop(int line, String call) implements Misconception {}

    /** A lock that no exception path gives back. */
    record UnlockOutsideFinally(int line) implements WithoutStep {}

    /** An InterruptedException that is caught and forgotten. */
    record InterruptForgotten(int line) implements WithoutStep {}

    /** A thread whose code is called instead of being started. */
    record RunNotStart(int line) implements Misconception {}

    /** An executor that has one thread for everything. */
    record SingleThread(int line) implements Misconception {}

    /** A thread that is waited for before the next is started. */
    record WaitsForEach(int line, int joined) implements Misconception {
        @Override
        public int place() {
            return joined;
        }
    }

    /** Threads that are started, and no call that could wait for them. */
    record MissingJoin(int line) implements Misconception {
        @Override
        public int place() {
            return 0;
        }
    }

    /** A pool of threads that nothing ends. */
    record PoolLeft(int line) implements WithoutStep {}

    /** The end of a child that is awaited before its output is read. */
    record ReadsAfterEnd(int line, int read) implements WithoutStep {}

    /** A child whose standard input is opened and never closed. */
    record InputOpen(int line) implements WithoutStep {}

    /** A child whose error output is never read. */
    record ErrorUnread(int line) implements WithoutStep {}

    /** A class that never asks which thread calls. */
    record NoOwnerCheck(int line) implements WithoutStep {}

    /** What may take long, called with a lock held. */
    record CallsUnderLock(int line, String call, String lock) implements WithoutStep {}

    /** A second lock that is taken in the order that the caller chose. */
    record LocksAsCalled(int line) implements Misconception {}

    /** A collection that tells equal objects not apart. */
    record ComparedByEquals(int line, String call, String type) implements WithoutStep {}

    /** A write that is weaker than a volatile one. */
    record WeakStore(int line, String call) implements Misconception {}

    /** A TimeUnit that is never asked. */
    record UnitIgnored(int line, String method) implements WithoutStep {}

    /** An InterruptedException that a method promises, and turns into the status instead. */
    record InterruptKept(int line) implements WithoutStep {}

    /** Another exception thrown in the place of an InterruptedException. */
    record InterruptWrapped(int line, String type) implements WithoutStep {}

    /** A mistake in a line that no recorded step needs to stand in. */
    sealed interface WithoutStep extends Misconception {
        @Override
        default boolean leavesSteps() {
            return false;
        }
    }
}
