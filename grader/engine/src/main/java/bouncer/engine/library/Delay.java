package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;

/**
 * A thread of the model that does something after a time, unless a future ends before; to wait for it is no failure.
 *
 * @param free whether other threads may be slower than the time is long, so that it may end at any moment
 */
record Delay(long nanos, CompletableFuture<?> unless, boolean free, Runnable action) {
    void start() {
        Thread thread = new bouncer.engine.model.ModelThread(null, this::run, "CompletableFutureDelayScheduler");
        thread.setDaemon(true);
        ThreadOps.start(thread);
    }

    private void run() {
        Wait wait = Ops.wait(unless, "waits for a timeout", unless::over, nanos, false)
                .idle()
                .words("a timeout");
        WaitOutcome wake = Ops.block(free ? wait.freely() : wait, w -> {});
        if (wake == WaitOutcome.TIMED_OUT) {
            action.run();
        }
    }
}
