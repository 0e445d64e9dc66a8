package bouncer.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** The processor time of threads and of this process, which does not depend on the load of the machine. Stateless. */
public final class Cpu {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /**
     * Returns the nanoseconds that a live platform thread has used; -1 if it has ended, is virtual or cannot be
     * measured.
     */
    public static long of(Thread thread) {
        if (!BEAN.isThreadCpuTimeSupported()) {
            return -1;
        }
        try {
            return BEAN.getThreadCpuTime(thread.getId());
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return -1;
        }
    }

    /**
     * Returns the nanoseconds that the calling thread has used; -1 if they cannot be measured, as on a virtual thread.
     */
    public static long ofCurrent() {
        return of(Thread.currentThread());
    }

    /** Returns the nanoseconds that this process has used; -1 if they cannot be measured. */
    public static long ofProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(-1L);
    }
}
