package bouncer.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Processor time: what a thread really used, whatever else the machine was doing meanwhile. Stateless. */
public final class Cpu {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /** Nanoseconds that a live platform thread has used; -1 for an ended or a virtual one, or where it can't be told. */
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

    /** Nanoseconds that the calling thread has used; -1 where it can't be told, as on a virtual thread. */
    public static long ofCurrent() {
        return of(Thread.currentThread());
    }

    /** Nanoseconds that this process has used; -1 where it can't be told. */
    public static long ofProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(-1L);
    }
}
