package processes;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Observes a call that starts a child process. For Java, a thread that waits for a pipe is runnable. So a call counts
 * as hanging if nothing changes: neither the caller's stack, nor the children, nor their processor time.
 *
 * @param <T> the type of the call's result
 */
final class CheckedRun<T> {
    private static final int LOOK_MILLIS = 20;
    /** Samples without change that make a hang: five seconds, in which a process that can run gets processor time. */
    private static final int STILL_LOOKS = 250;
    /** Samples without change that show that the caller waits for its child. */
    private static final int SETTLED_LOOKS = 5;
    /** Progress is reported each time after this many samples. */
    private static final int PROGRESS_LOOKS = 50;
    /** Samples in which a child that should end uses no processor time, and so remains. */
    private static final int IDLE_LOOKS = 150;
    /** The processor time of an idle JVM in that time, in nanoseconds; a process that works uses more. */
    private static final long IDLE_NANOS = 50_000_000;

    private final Set<Long> before = pids();
    private final Actor<T> actor;
    private volatile Thread caller;

    private CheckedRun(Action.Giving<T> call) {
        actor = Actor.call("T1", () -> {
            caller = Thread.currentThread();
            return call.run();
        });
    }

    /** Starts the call in a new thread. */
    static <T> CheckedRun<T> watch(Action.Giving<T> call) {
        return new CheckedRun<>(call);
    }

    /** Interrupts the caller. */
    void interrupt() {
        actor.interrupt();
    }

    /** Waits until the call has a child process that has created this file, and waits for it; returns that process. */
    ProcessHandle child(Path ready) throws InterruptedException {
        Picture seen = picture();
        int inARow = 0;
        while (!Files.exists(ready)) {
            mustNotHaveEnded();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            Picture now = picture();
            boolean still = now.isAsStillAs(seen);
            inARow = still ? inARow + 1 : 0;
            seen = still ? seen : now;
            if (inARow >= STILL_LOOKS) {
                children().forEach(ProcessHandle::destroyForcibly);
                Expect.fail(
                        Fault.PIPE_DEADLOCK, "The child waits for the first line of its input, which does not arrive");
            }
            CurrentCheck.progress();
        }
        while (!stillFor(SETTLED_LOOKS)) {
            mustNotHaveEnded();
        }
        List<ProcessHandle> children = children();
        Expect.that(!children.isEmpty(), Fault.WRONG_RESULT, "The program does not run in a child of this process");
        return children.get(0);
    }

    private void mustNotHaveEnded() {
        if (actor.ended()) {
            actor.join();
            Expect.fail(Fault.WRONG_RESULT, "The call returned while its child should have been running");
        }
    }

    /** Returns true if a child process of the call is alive without using processor time; ends it then. */
    boolean leavesAChild() throws InterruptedException {
        boolean left = false;
        for (ProcessHandle child : children()) {
            left |= !ends(child);
            child.destroyForcibly();
        }
        return left;
    }

    /** As {@link #mustEnd(Fault, String)}, with the fault that the check's annotation names. */
    T mustEnd(String message) throws InterruptedException {
        if (stillFor(STILL_LOOKS)) {
            children().forEach(ProcessHandle::destroyForcibly);
            Expect.fail(message);
        }
        return result();
    }

    /**
     * Waits for the end of the call and returns its result; if nothing changes before that, the check fails with this
     * fault.
     */
    T mustEnd(Fault fault, String message) throws InterruptedException {
        if (stillFor(STILL_LOOKS)) {
            children().forEach(ProcessHandle::destroyForcibly);
            Expect.fail(fault, message);
        }
        return result();
    }

    private T result() {
        T result = actor.result();
        Expect.that(result != null, Fault.WRONG_RESULT, "The call returned null");
        return result;
    }

    /** Returns true if nothing has changed in this many samples in a row, or false if the call has ended before. */
    private boolean stillFor(int looks) throws InterruptedException {
        Picture seen = picture();
        int inARow = 0;
        while (inARow < looks) {
            if (actor.ended()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            Picture now = picture();
            boolean still = now.isAsStillAs(seen);
            inARow = still ? inARow + 1 : 0;
            if (still && inARow % PROGRESS_LOOKS == 0) {
                // This loop has its own limit, which takes longer on a busy machine, so it must not count as a hang.
                CurrentCheck.progress();
            }
            seen = still ? seen : now;
        }
        return true;
    }

    /**
     * Waits for the end of a child process; returns true if it ends, or false if it is alive without using processor
     * time. A child that is ending uses processor time, or the system removes it at once.
     */
    private static boolean ends(ProcessHandle child) throws InterruptedException {
        long used = -IDLE_NANOS;
        for (int still = 0; still < IDLE_LOOKS; still++) {
            if (!child.isAlive()) {
                return true;
            }
            long now = used(child);
            if (now - used >= IDLE_NANOS) {
                still = 0;
                used = now;
            }
            CurrentCheck.progress();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return !child.isAlive();
    }

    /** A sample: a hash of the caller's stack, the child processes, and their processor time in nanoseconds. */
    private record Picture(int stack, List<ProcessHandle> children, long nanos) {
        boolean isAsStillAs(Picture first) {
            return stack == first.stack && children.equals(first.children) && nanos - first.nanos < IDLE_NANOS;
        }
    }

    private Picture picture() {
        Thread thread = caller;
        List<ProcessHandle> children = children();
        return new Picture(
                thread == null ? 0 : Arrays.hashCode(thread.getStackTrace()),
                children,
                children.stream().mapToLong(CheckedRun::used).sum());
    }

    private static long used(ProcessHandle child) {
        return child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child.pid()))
                .collect(Collectors.toList());
    }

    private static Set<Long> pids() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
