package processes;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A call that has a child process, under watch. Threads that wait for a pipe do not count as waiting for Java; so what is
 * watched is whether anything moves: the caller's stack, the children, and the processor time that they have used.
 *
 * @param <T> what the call returns
 */
final class CheckedRun<T> {
    private static final int LOOK_MILLIS = 20;
    /** A process that could run would have got a share of a processor in this time, however busy the machine is. */
    private static final int STILL_LOOKS = 250;

    private static final int TELLING_LOOKS = 50;

    private static final int IDLE_LOOKS = 150;
    /** What an idle JVM uses meanwhile for itself; whoever works gets more, even of a crowded processor. */
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

    /** Starts the call in a thread of its own. */
    static <T> CheckedRun<T> watch(Action.Giving<T> call) {
        return new CheckedRun<>(call);
    }

    /** Interrupts the caller. */
    void interrupt() {
        actor.interrupt();
    }

    /** Waits until the call has a child and its caller has settled to wait for it. */
    ProcessHandle child() throws InterruptedException {
        while (true) {
            List<ProcessHandle> children = children();
            if (!children.isEmpty() && stillFor(5)) {
                return children.get(0);
            }
            if (actor.ended()) {
                actor.join();
                Expect.fail(Fault.WRONG_RESULT, "The call returned while its child should have been running");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** As {@link #mustEnd(Fault, String)}, with the fault that the check's annotation names. */
    T mustEnd(String message) throws InterruptedException {
        if (stillFor(STILL_LOOKS)) {
            children().forEach(ProcessHandle::destroyForcibly);
            Expect.fail(message);
        }
        return result();
    }

    /** Waits for the call's end; when nothing moves any more before that, the check fails with this fault. */
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

    /** True once nothing has moved for so many looks in a row, false if the call has ended before. */
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
            if (still && inARow % TELLING_LOOKS == 0) {
                // Standing still for that long comes to an end of its own here, however long a busy machine takes for
                // it.
                CurrentCheck.progress();
            }
            seen = still ? seen : now;
        }
        return true;
    }

    /**
     * Waits for a child's end: true if it ends, false when it does nothing more and lives on. A child that is on its way
     * out uses processor time, or the system takes it away at once.
     */
    static boolean ends(ProcessHandle child) throws InterruptedException {
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

    /** What can be seen of a call: where its caller is, its children, and the processor time that these have used. */
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
