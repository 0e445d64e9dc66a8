package bouncer.engine.library;

import java.util.concurrent.RejectedExecutionException;

/** Models of the ready-made policies for tasks that an executor can't take. */
public final class Rejections {
    private Rejections() {}

    /** Model of {@link java.util.concurrent.ThreadPoolExecutor.AbortPolicy}. */
    public static class AbortPolicy implements RejectedExecutionHandler {
        public AbortPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            throw new RejectedExecutionException("Task " + r + " rejected from " + e);
        }
    }

    /** Model of {@link java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy}. */
    public static class CallerRunsPolicy implements RejectedExecutionHandler {
        public CallerRunsPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                r.run();
            }
        }
    }

    /** Model of {@link java.util.concurrent.ThreadPoolExecutor.DiscardPolicy}. */
    public static class DiscardPolicy implements RejectedExecutionHandler {
        public DiscardPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            // That is the policy.
        }
    }

    /** Model of {@link java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy}. */
    public static class DiscardOldestPolicy implements RejectedExecutionHandler {
        public DiscardOldestPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                e.getQueue().poll();
                e.execute(r);
            }
        }
    }
}
