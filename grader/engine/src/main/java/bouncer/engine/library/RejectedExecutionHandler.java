package bouncer.engine.library;

/** Model of {@link java.util.concurrent.RejectedExecutionHandler}, for the model of the executor. */
public interface RejectedExecutionHandler {
    /**
     * Called when a task can't be taken.
     *
     * @param r the task
     * @param executor the pool that rejects it
     */
    void rejectedExecution(Runnable r, ThreadPoolExecutor executor);
}
