package bouncer.worker;

import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.WaitingThread;
import bouncer.worker.failure.StudentCode;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a readable thread dump: which thread waits for which other one, and where in the submission. Stateless.
 *
 * @param code recognises the submission's frames
 */
record StuckThreadReport(StudentCode code) {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    private static final int MOST = 12;
    private static final int LOOKS = 50;
    private static final long LOOK_NANOS = 2_000_000;
    /** Orders by lines of the submission, not by thread ids, so that the same hang always has the same report. */
    private static final Comparator<Location> EARLIER =
            Comparator.comparing(Location::file).thenComparingInt(Location::line);

    private static final Comparator<WaitingThread> FIRST = Comparator.comparing(
                    WaitingThread::at, Comparator.nullsLast(EARLIER))
            .thenComparing(WaitingThread::thread);

    /** Returns the finding for a standstill of these threads: a deadlock if they form a cycle, else stuck threads. */
    Finding whoWaits(Collection<Thread> threads, CheckInfo info) {
        boolean plain = info.fault() == Fault.WRONG_RESULT || info.fault() == Fault.LOST_UPDATE;
        long[] deadlocked = BEAN.findDeadlockedThreads();
        if (deadlocked != null) {
            List<WaitingThread> cycle = fromTheFirst(platform(deadlocked));
            return new Finding.Deadlock(
                    plain ? Fault.DEADLOCK : info.fault(),
                    cycle.size() + " threads wait for each other in a cycle: " + sentence(cycle),
                    place(cycle),
                    cycle);
        }
        List<WaitingThread> stuck = waiters(threads);
        String who = stuck.isEmpty() ? "The check waits" : sentence(stuck);
        return new Finding.Stuck(
                plain ? Fault.HANG : info.fault(),
                who + ", and no thread is left that could end this",
                place(stuck),
                stuck);
    }

    /**
     * Returns the finding for an endless wait that timeouts interrupt now and then, or that depends on another process.
     */
    Finding whoWaitsOn(Collection<Thread> threads, CheckInfo info) {
        List<WaitingThread> waiting = waiters(threads);
        Finding still = whoWaits(threads, info);
        String who = waiting.isEmpty() ? "The check waits" : sentence(waiting);
        return new Finding.Stuck(still.fault(), who + ", and makes no progress", place(waiting), waiting);
    }

    /** Returns the finding for an endless loop that has used this much processor time. */
    Finding whoRuns(Collection<Thread> threads, long cpuSeconds) {
        Location at = loop(threads);
        return new Finding.Spinning(
                Fault.HANG,
                "A call never returned: after " + cpuSeconds + " s of processor time it was still running"
                        + (at == null ? "" : " at " + at),
                at);
    }

    /**
     * Returns the line of the loop that these threads do not leave. The stacks are sampled several times. The method
     * with the loop is the innermost one of the submission that is in all samples of a thread. The smallest of its
     * lines in the samples is reported, so that a loop is reported at the same line each time.
     */
    private @Nullable Location loop(Collection<Thread> threads) {
        Map<Thread, List<StackTraceElement>> loops = new LinkedHashMap<>();
        for (int look = 0; look < LOOKS; look++) {
            for (Thread thread : threads) {
                if (thread.getState() == Thread.State.RUNNABLE) {
                    loops.merge(thread, outermostFirst(thread), StuckThreadReport::common);
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        Location first = null;
        for (List<StackTraceElement> frames : loops.values()) {
            if (!frames.isEmpty()) {
                first = earlier(first, code.first(new StackTraceElement[] {frames.get(frames.size() - 1)}));
            }
        }
        return first == null ? busiest(threads) : first;
    }

    private List<StackTraceElement> outermostFirst(Thread thread) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (code.owns(frame.getClassName())) {
                frames.add(0, frame);
            }
        }
        return frames;
    }

    /** Returns the outermost methods that both stacks have in common, each with the smaller one of its two lines. */
    private static List<StackTraceElement> common(List<StackTraceElement> one, List<StackTraceElement> other) {
        List<StackTraceElement> common = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            StackTraceElement a = one.get(i);
            StackTraceElement b = other.get(i);
            if (!a.getClassName().equals(b.getClassName()) || !a.getMethodName().equals(b.getMethodName())) {
                break;
            }
            common.add(a.getLineNumber() <= b.getLineNumber() ? a : b);
            if (a.getLineNumber() != b.getLineNumber()) {
                break; // this method contains the loop, and what it calls differs between the samples
            }
        }
        return common;
    }

    /**
     * Returns the first line of the submission that a running thread is at, or else any thread; null if there is none.
     */
    @Nullable
    Location busiest(Collection<Thread> threads) {
        Location runs = null;
        Location any = null;
        for (Thread thread : threads) {
            Thread.State state = thread.getState();
            Location at = at(thread);
            any = earlier(any, at);
            runs = state == Thread.State.RUNNABLE ? earlier(runs, at) : runs;
        }
        return runs == null ? any : runs;
    }

    /**
     * Returns true if a thread runs code of the submission, or of the JDK called from there, and not code of Bouncer.
     */
    boolean runsSubmission(Collection<Thread> threads) {
        return threads.stream()
                .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                .anyMatch(thread -> Stream.of(thread.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(code::owns)
                        .isPresent());
    }

    /** Returns the line of the submission that a thread is at, or null. */
    @Nullable
    Location at(Thread thread) {
        return code.first(thread.getStackTrace());
    }

    private static @Nullable Location earlier(@Nullable Location one, @Nullable Location other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return EARLIER.compare(one, other) <= 0 ? one : other;
    }

    /** Rotates a cycle, so that it always begins with the same thread. */
    private static List<WaitingThread> fromTheFirst(List<WaitingThread> cycle) {
        List<WaitingThread> turned = new ArrayList<>(cycle);
        if (!cycle.isEmpty()) {
            Collections.rotate(turned, -cycle.indexOf(Collections.min(cycle, FIRST)));
        }
        return turned;
    }

    private List<WaitingThread> waiters(Collection<Thread> threads) {
        List<WaitingThread> waiters = new ArrayList<>();
        long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
        waiters.addAll(platform(ids));
        for (Thread thread : threads) {
            if (BEAN.getThreadInfo(thread.getId()) == null) {
                StackTraceElement[] stack = thread.getStackTrace();
                Object blocker = LockSupport.getBlocker(thread);
                String what = blocker == null
                        ? what(stack, null)
                        : "a " + simple(blocker.getClass().getName());
                waiters.add(new WaitingThread(thread.getName(), what, null, code.first(stack)));
            }
        }
        waiters.removeIf(waiter -> waiter.at() == null);
        waiters.sort(FIRST);
        return waiters.subList(0, Math.min(MOST, waiters.size()));
    }

    private List<WaitingThread> platform(long[] ids) {
        List<WaitingThread> waiters = new ArrayList<>();
        for (ThreadInfo info : BEAN.getThreadInfo(ids, true, true)) {
            if (info != null) {
                boolean entering = info.getThreadState() == Thread.State.BLOCKED;
                String lock = lock(info.getLockInfo());
                String what = entering ? "the monitor of " + lock : what(info.getStackTrace(), lock);
                waiters.add(new WaitingThread(
                        info.getThreadName(), what, info.getLockOwnerName(), code.first(info.getStackTrace())));
            }
        }
        return waiters;
    }

    /** Says what a thread waits for: in words for well-known calls, else by the call in the line of the submission. */
    private String what(StackTraceElement[] stack, @Nullable String lock) {
        for (StackTraceElement frame : stack) {
            String call = simple(frame.getClassName()) + "." + frame.getMethodName();
            if (call.equals("Thread.join")) {
                return "the end of a thread";
            } else if (call.startsWith("Object.wait")) {
                return "a notify on " + Objects.requireNonNullElse(lock, "an object");
            } else if (call.equals("Thread.sleep")) {
                return "the end of a sleep";
            }
        }
        boolean isUnnamed = lock == null || lock.endsWith("ConditionObject");
        for (int i = 1; isUnnamed && i < stack.length; i++) {
            if (code.owns(stack[i].getClassName())) {
                String call = simple(stack[i - 1].getClassName()) + "." + stack[i - 1].getMethodName();
                return call.startsWith("LockSupport.") ? "an unpark" : "the return of " + call + "()";
            }
        }
        return lock == null ? "an unpark" : lock;
    }

    private static @Nullable String lock(@Nullable LockInfo info) {
        return info == null ? null : "a " + simple(info.getClassName());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String sentence(List<WaitingThread> waiters) {
        StringBuilder text = new StringBuilder();
        for (WaitingThread waiter : waiters) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(waiter.thread())
                    .append(" waits for ")
                    .append(waiter.waitsFor());
            if (waiter.heldBy() != null) {
                text.append(", which ").append(waiter.heldBy()).append(" holds");
            }
        }
        return text.toString();
    }

    private static @Nullable Location place(List<WaitingThread> waiters) {
        return waiters.stream()
                .map(WaitingThread::at)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
