package bouncer.app.diagnosis;

import java.util.Locale;

/**
 * A mistake that can be read off the student's own code without doubt. A fact alone accuses nobody: it is only told
 * beside a failure that it explains. The parts of its record, by name, fill the text
 * that the resource file has for the kind.
 */
public sealed interface Misconception {

    /** The line the mistake is in, 1-based. */
    int line();

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

    /** An atomic variable that is read and then set, as two steps. */
    record GetThenSet(int line, String field, int readLine) implements Misconception {}

    /** State of an object in a static field. */
    record StaticState(int line, String field) implements Misconception {}

    /** A wait that nothing repeats. */
    record WaitWithoutLoop(int line, String call) implements Misconception {}

    /** Waiting somewhere and waking nowhere. */
    record NobodyWakes(int line, String call) implements Misconception {}

    /** A wake-up for one, whoever that is. */
    record WakesOne(int line, String call) implements Misconception {}

    /** A sleep inside a loop. */
    record SleepInLoop(int line) implements Misconception {}

    /** A sleep outside any loop. */
    record SleepAndHope(int line) implements Misconception {}

    /** A loop that only yields. */
    record SpinLoop(int line, String call) implements Misconception {}

    /** A lock that no exception path gives back. */
    record UnlockOutsideFinally(int line) implements Misconception {}

    /** An InterruptedException that is caught and forgotten. */
    record InterruptForgotten(int line) implements Misconception {}

    /** A thread whose code is called instead of being started. */
    record RunNotStart(int line) implements Misconception {}

    /** An executor that has one thread for everything. */
    record SingleThread(int line) implements Misconception {}

    /** A thread that is waited for before the next is started. */
    record WaitsForEach(int line, int joined) implements Misconception {}

    /** A pool of threads that nothing ends. */
    record PoolLeft(int line) implements Misconception {}

    /** The end of a child that is awaited before its output is read. */
    record ReadsAfterEnd(int line, int read) implements Misconception {}

    /** A child whose error output nobody reads. */
    record ErrorUnread(int line) implements Misconception {}

    /** A class that never asks which thread calls. */
    record NobodyAsksWho(int line) implements Misconception {}

    /** What may take long, called with a lock held. */
    record CallsUnderLock(int line, String call, String lock) implements Misconception {}

    /** A second lock that is taken in the order that the caller chose. */
    record LocksAsCalled(int line) implements Misconception {}

    /** A collection that tells equal objects not apart. */
    record ComparedByEquals(int line, String call, String type) implements Misconception {}

    /** A write that is weaker than a volatile one. */
    record WeakStore(int line, String call) implements Misconception {}

    /** A TimeUnit that is never asked. */
    record UnitIgnored(int line, String method) implements Misconception {}

    /** An InterruptedException that a method promises, and turns into the status instead. */
    record InterruptKept(int line) implements Misconception {}

    /** Another exception thrown in the place of an InterruptedException. */
    record InterruptWrapped(int line, String type) implements Misconception {}
}
