package bouncer.worker.failure;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls methods of a submission's objects with a time limit. Stateless. */
final class GuardedCall {
    private static final int SECONDS = 5;

    private GuardedCall() {}

    /**
     * Returns the result of the call, or the fallback if the call throws, returns null, or does not return in time. The
     * thread of a call that never returns remains, which shows the worker that it must not run another check.
     */
    static <T> T ask(Callable<T> question, T fallback) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread asker = new Thread(
                () -> {
                    try {
                        answer.complete(question.call());
                    } catch (Throwable hostile) {
                        answer.complete(fallback);
                    }
                },
                "asker");
        asker.setDaemon(true);
        asker.start();
        try {
            T given = answer.get(SECONDS, TimeUnit.SECONDS);
            asker.join(TimeUnit.SECONDS.toMillis(SECONDS));
            return given == null ? fallback : given;
        } catch (Exception e) {
            return fallback;
        }
    }
}
