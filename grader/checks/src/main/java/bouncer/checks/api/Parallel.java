package bouncer.checks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Runs actions at the same time, on the kind of thread the check runs on. Stateless. */
public final class Parallel {
    private Parallel() {}

    /**
     * Releases all actions at once and waits for all of them.
     *
     * <p>The first throwable of any action is rethrown as it is, with the others suppressed; none is lost.
     *
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static void inParallel(Runnable... actions) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable action : actions) {
            threads.add(Starter.start("T" + (threads.size() + 1), () -> {
                try {
                    gate.await();
                    action.run();
                } catch (Throwable e) {
                    thrown.add(e);
                }
            }));
        }
        gate.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable first = thrown.poll();
        if (first != null) {
            thrown.forEach(other -> {
                if (other != first) {
                    first.addSuppressed(other);
                }
            });
            Parallel.<RuntimeException>sneak(first);
        }
    }

    @SuppressWarnings({"unchecked", "DoNotCallSuggester"}) // that it always throws is its purpose
    static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
