package bouncer.worker.failure;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks objects of a submission for things without trusting them to answer. Stateless. */
final class GuardedCall {
    private static final int SECONDS = 5;

    private GuardedCall() {}

    /**
     * Returns the answer, or the fallback if the question throws, returns null, or does not come back in time. The
     * thread of a question that never comes back stays, and tells the worker that it is not fit for another check.
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
