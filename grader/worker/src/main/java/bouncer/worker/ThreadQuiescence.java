package bouncer.worker;

import bouncer.checks.Cpu;
import java.util.concurrent.TimeUnit;

/**
 * Waits for threads that are on their way out. A few that stay cost a new worker and no more, so they get a moment; many
 * are a finding, so they are waited for until they surely stay: the system has nothing to run, or they have used the
 * processor time in which they could have ended. Stateless.
 */
final class ThreadQuiescence {
    /** That many may stay without being a finding. */
    static final int MOST_LEFT = 64;

    private static final int LOOK_MILLIS = 5;
    private static final int MOMENT_LOOKS = 40;
    private static final int IDLE_LOOKS = 20;
    private static final long ENOUGH_CPU_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private ThreadQuiescence() {}

    /** How many of the check's threads stay. */
    static int of(ThreadInventory census) throws InterruptedException {
        long start = System.nanoTime();
        long cpu = Cpu.ofProcess();
        int idle = 0;
        int looks = 0;
        int left = census.live().size();
        while (left > 0 && !surelyStay(left, looks, idle, start, cpu)) {
            Thread.sleep(LOOK_MILLIS);
            int now = census.live().size();
            // Where many go, the rest gets its moment anew.
            looks = now < left && left > MOST_LEFT ? 0 : looks + 1;
            // To ask the system costs something, and only where many stay the answer matters.
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
