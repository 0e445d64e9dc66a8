package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import org.jspecify.annotations.Nullable;

/** A thread of a check with a part to play: it can be seen to wait, interrupted and joined. Used by the check's thread. */
public final class Actor {

    /** What an actor does; it may throw whatever it likes. */
    @FunctionalInterface
    public interface Part {
        /** Plays the part. */
        void play() throws Exception;
    }

    private final Thread thread;
    private volatile @Nullable Throwable thrown;

    private Actor(String name, Part part) {
        thread = Starter.start(name, () -> {
            try {
                part.play();
            } catch (Throwable e) {
                thrown = e;
            }
        });
    }

    /** Starts a thread of the kind that the running check asks for. */
    public static Actor start(String name, Part part) {
        return new Actor(name, part);
    }

    /**
     * Waits until the thread sleeps or has ended, however slow the machine is.
     *
     * @return true if it sleeps, false if it has ended
     */
    public boolean sleeps() throws InterruptedException {
        int inARow = 0;
        // A thread may block for a moment on its way; only one that is still there after several looks has settled.
        while (inARow < 10) {
            switch (thread.getState()) {
                case TERMINATED -> {
                    return false;
                }
                case WAITING, TIMED_WAITING, BLOCKED -> inARow++;
                case NEW, RUNNABLE -> inARow = 0;
            }
            Thread.sleep(2);
        }
        return true;
    }

    /** Fails the check unless the thread sleeps. */
    public void mustSleep(Fault fault, String otherwise) throws InterruptedException {
        if (!sleeps()) {
            rethrow();
            throw new CheckFailure(new Finding.ContractBroken(fault, otherwise, null));
        }
    }

    /** Interrupts the thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Waits for its end and rethrows what it threw. */
    public void join() throws InterruptedException {
        thread.join();
        rethrow();
    }

    /** Waits for its end and returns what it threw, or null. */
    public @Nullable Throwable ending() throws InterruptedException {
        thread.join();
        return thrown;
    }

    private void rethrow() {
        Throwable cause = thrown;
        if (cause != null) {
            Parallel.<RuntimeException>sneak(cause);
        }
    }
}
