package bouncer.checks.worker;

import bouncer.checks.blame.StudentCode;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Waiter;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the threads of the running check are doing: all that were not there before it began. */
final class Threads {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    private final StudentCode code;

    Threads(StudentCode code) {
        this.code = code;
    }

    /** The check's live threads. */
    Set<Thread> live() {
        Set<Thread> live = new HashSet<>(Thread.getAllStackTraces().keySet());
        live.removeAll(before);
        return live;
    }

    /**
     * A picture of the check's threads if every one of them waits without a time limit, else null. The same picture
     * twice means that nobody moved; nobody can move again, because whoever could wake one of them waits as well.
     */
    @Nullable
    String standstill() {
        StringBuilder picture = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            if (before.contains(thread)) {
                continue;
            }
            Thread.State state = thread.getState();
            boolean idleWorker = thread.isDaemon() && code.first(entry.getValue()) == null && isPool(thread);
            if (state != Thread.State.WAITING && state != Thread.State.BLOCKED && !idleWorker) {
                return null;
            }
            picture.append(thread.getId())
                    .append(Arrays.hashCode(entry.getValue()))
                    .append(state);
        }
        return picture.toString();
    }

    private static boolean isPool(Thread thread) {
        return thread.getName().startsWith("ForkJoinPool") || thread.getName().startsWith("VirtualThread-unparker");
    }

    /** Says who waits for whom; a cycle where there is one. */
    Finding whoWaits(Fault declared) {
        Map<Long, Thread> mine = live().stream().collect(Collectors.toMap(Thread::getId, thread -> thread));
        long[] deadlocked = BEAN.findDeadlockedThreads();
        if (deadlocked != null) {
            List<Waiter> cycle = waiters(deadlocked);
            Fault fault = declared == Fault.WRONG_RESULT || declared == Fault.LOST_UPDATE ? Fault.DEADLOCK : declared;
            return new Finding.Deadlock(
                    fault, cycle.size() + " threads wait for each other in a cycle", place(cycle), cycle);
        }
        List<Waiter> stuck = waiters(
                        mine.keySet().stream().mapToLong(Long::longValue).toArray())
                .stream()
                .filter(waiter -> waiter.at() != null)
                .toList();
        Fault fault = declared == Fault.WRONG_RESULT || declared == Fault.LOST_UPDATE ? Fault.HANG : declared;
        String message = stuck.isEmpty()
                ? "The check waits for something that nobody is left to do"
                : stuck.size() + (stuck.size() == 1 ? " thread waits" : " threads wait")
                        + " for something that nobody is left to do";
        return new Finding.Stuck(fault, message, place(stuck), stuck);
    }

    /** Says where a check that does not end is running. */
    Finding whoRuns(long seconds) {
        for (Thread thread : live()) {
            Location at = code.first(thread.getStackTrace());
            if (at != null) {
                return new Finding.Spinning(Fault.HANG, "Still running after " + seconds + " s, at " + at, at);
            }
        }
        return new Finding.Spinning(Fault.HANG, "The check did not end within " + seconds + " s", null);
    }

    private static @Nullable Location place(List<Waiter> waiters) {
        return waiters.stream()
                .map(Waiter::at)
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
    }

    private List<Waiter> waiters(long[] ids) {
        List<Waiter> waiters = new ArrayList<>();
        for (ThreadInfo info : BEAN.getThreadInfo(ids, true, true)) {
            if (info == null) {
                continue;
            }
            LockInfo lock = info.getLockInfo();
            String owner = info.getLockOwnerName();
            String what = lock == null ? "a signal" : simple(lock.getClassName());
            String verb = info.getThreadState() == Thread.State.BLOCKED ? "the monitor of a " : "a signal on a ";
            waiters.add(new Waiter(
                    info.getThreadName(),
                    (lock == null ? "" : verb) + what + (owner == null ? "" : ", which " + owner + " holds"),
                    owner,
                    code.first(info.getStackTrace())));
        }
        return waiters;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
