package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.WaitOutcome;

/**
 * A thread of the model that does something after a time, unless a future ends before; to wait for it is no failure.
 */
record Delay(long nanos, CompletableFuture<?> unless, Runnable action) {
    void start() {
        Thread thread = new bouncer.engine.model.ModelThread(null, this::run, "CompletableFutureDelayScheduler");
        thread.setDaemon(true);
        ThreadOps.start(thread);
    }

    private void run() {
        WaitOutcome wake = Ops.block(
                Ops.wait(unless, "waits for a timeout", unless::over, nanos, false)
                        .idle()
                        .words("a timeout"),
                w -> {});
        if (wake == WaitOutcome.TIMED_OUT) {
            action.run();
        }
    }
}
