package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real machine. Stateless. */
final class RealEnvironment implements ExecutionEnvironment {
    public static final RealEnvironment INSTANCE = new RealEnvironment();

    private RealEnvironment() {}

    @Override
    public Player start(String name, Runnable body) {
        RealThreadHandle.Part part = new RealThreadHandle.Part(body);
        return new RealThreadHandle(ThreadStarter.start(name, part), part);
    }

    @Override
    public <T> T relaxed(Object key, boolean write, Supplier<T> action) {
        // The real machine decides the order of these steps.
        return action.get();
    }

    @Override
    public void mark(Object key, int side, Runnable action) {
        action.run();
    }

    @Override
    public Seats seats(int count) {
        return new ParkingSlots(count);
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public Readers countReaders(int least) {
        throw new IllegalStateException("Overlap works in @Explore checks only");
    }

    @Override
    public void mustReach(String state) {
        // One run shows only one schedule; Reach uses a Rendezvous here.
    }

    @Override
    public void reached(String state) {}

    @Override
    public void mustNotWait(@Nullable String message) {
        // A short wait cannot be distinguished from a pause of the machine; only exploration sees it.
    }

    @Override
    public void sameIdentityHashes() {
        // The real machine chooses the hash codes, and any choice is allowed.
    }

    @Override
    public String name() {
        return Thread.currentThread().getName();
    }

    @Override
    public boolean isEnd(Throwable thrown) {
        return false;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
    }
}
