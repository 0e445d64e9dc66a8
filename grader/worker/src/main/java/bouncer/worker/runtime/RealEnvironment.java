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
        // The machine decides when it happens.
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
        // One run shows one schedule: what must be reached here is a meeting, see Reach.
    }

    @Override
    public void reached(String state) {}

    @Override
    public void mustNotWait(@Nullable String message) {
        // A moment's wait can't be told from a slow machine here; exploration sees it.
    }

    @Override
    public void sameIdentityHashes() {
        // The real machine hands out what it likes, and that is allowed too.
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
