package bouncer.worker;

import bouncer.checks.Cpu;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the end of threads that a check leaves behind. A few remaining threads only cost a new worker, so they get
 * a short time. Many are a finding, so they count only when they will certainly remain: the system has no thread to
 * run, or they have used enough processor time to end. Stateless.
 */
final class ThreadQuiescence {
    /** The number of threads that may remain without a finding. */
    static final int MOST_LEFT = 64;

    private static final int LOOK_MILLIS = 5;
    private static final int MOMENT_LOOKS = 40;
    private static final int IDLE_LOOKS = 20;
    private static final long ENOUGH_CPU_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private ThreadQuiescence() {}

    /** Returns how many of the check's threads remain. */
    static int of(ThreadInventory census) throws InterruptedException {
        long start = System.nanoTime();
        long cpu = Cpu.ofProcess();
        int idle = 0;
        int looks = 0;
        int left = census.live().size();
        while (left > 0 && !surelyStay(left, looks, idle, start, cpu)) {
            Thread.sleep(LOOK_MILLIS);
            int now = census.live().size();
            // While many threads end, the others get more time.
            looks = now < left && left > MOST_LEFT ? 0 : looks + 1;
            // Asking the system takes time, and the answer matters only if many threads remain.
            boolean calm = now == left && left > MOST_LEFT && OsThreads.look(false) == OsThreads.Idle.YES;
            idle = calm ? idle + 1 : 0;
            left = now;
        }
        return left;
    }

    private static boolean surelyStay(int left, int looks, int idle, long start, long cpu) {
        if (looks < MOMENT_LOOKS) {
            return false;
        }
        return left <= MOST_LEFT
                || idle >= IDLE_LOOKS
                || Cpu.ofProcess() - cpu > ENOUGH_CPU_NANOS
                || System.nanoTime() - start > MOST_NANOS;
    }
}
