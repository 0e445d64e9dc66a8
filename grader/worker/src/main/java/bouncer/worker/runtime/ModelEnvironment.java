package bouncer.worker.runtime;

import bouncer.checks.ExecutionEnvironment;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.engine.Model;
import bouncer.engine.Place;
import bouncer.engine.Waiting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The environment of a check under exploration: the engine's model of a machine. Stateless. */
final class ModelEnvironment implements ExecutionEnvironment {
    static final ModelEnvironment INSTANCE = new ModelEnvironment();

    private ModelEnvironment() {}

    @Override
    public Player start(String name, Runnable body) {
        return new ModelPlayer(
                CheckContext.onVirtualThreads() ? Model.spawnVirtual(name, body) : Model.spawn(name, body));
    }

    @Override
    public <T> T relaxed(Object key, boolean write, Supplier<T> action) {
        return Model.<T>relaxed(key, write, action);
    }

    @Override
    public void mark(Object key, int side, Runnable action) {
        Model.mark(key, side, action);
    }

    @Override
    public Seats seats(int count) {
        return ModelSeats.INSTANCE;
    }

    @Override
    public boolean isReal() {
        return false;
    }

    @Override
    public Readers countReaders(int least) {
        ArrayReaders readers = new ArrayReaders(least);
        Model.listenToArrayReads(readers);
        return readers;
    }

    @Override
    public void mustReach(String state) {
        Model.mustReach(state);
    }

    @Override
    public void reached(String state) {
        Model.reached(state);
    }

    @Override
    public void mustNotWait(@Nullable String message) {
        Model.mustNotWait(message);
    }

    @Override
    public void sameIdentityHashes() {
        Model.mapIdentityHashes(hash -> 1);
    }

    @Override
    public String name() {
        return Model.name();
    }

    @Override
    public boolean isEnd(Throwable thrown) {
        return thrown.getClass().getName().startsWith("bouncer.engine.");
    }

    @Override
    public long nanoTime() {
        return Model.nanoTime();
    }

    @Override
    public void sleep(long nanos) {
        Model.sleep(nanos);
    }

    /** Does nothing: the engine itself evaluates the condition of a waiting thread again. */
    private enum ModelSeats implements Seats {
        INSTANCE;

        @Override
        public void await(Object key, int seat, BooleanSupplier condition) {
            Model.await(key, "the others of a meeting", condition, () -> true);
        }

        @Override
        public void wake(int count) {}
    }

    private record ModelPlayer(Thread thread) implements Player {
        @Override
        public boolean sleeps() {
            Model.awaitQuiet();
            if (Model.isSpinning(thread)) {
                throw new CheckFailure(new Finding.Spinning(
                        Fault.BUSY_WAIT,
                        "A thread that should sleep while it waits looks again and again at what does not change",
                        place(Model.waiting(thread))));
            }
            return !Model.hasEnded(thread);
        }

        private static @Nullable Location place(@Nullable Waiting waiting) {
            if (waiting == null || waiting.stack().isEmpty()) {
                return null;
            }
            Place place = waiting.stack().get(0);
            return new Location(place.file(), place.line());
        }

        @Override
        public void interrupt() {
            Model.interrupt(thread);
        }

        @Override
        public void join() {
            Model.join(thread);
        }

        @Override
        public boolean ended() {
            return Model.hasEnded(thread);
        }
    }
}
