package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.engine.Model;
import bouncer.engine.Place;
import bouncer.engine.Waiting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine's model of a machine, while a schedule is explored. Stateless. */
final class ModelEnvironment implements ExecutionEnvironment {
    static final ModelEnvironment INSTANCE = new ModelEnvironment();

    private ModelEnvironment() {}

    @Override
    public Player start(String name, Runnable body) {
        return new ModelPlayer(
                CheckContext.on() == On.VIRTUAL ? Model.spawnVirtual(name, body) : Model.spawn(name, body));
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
    public void await(Object key, ParkingSlots seats, int seat, BooleanSupplier condition) {
        Model.await(key, "the others of a meeting", condition, () -> true);
    }

    @Override
    public void wake(ParkingSlots seats, int count) {
        // Whoever waits for a condition is asked again by the engine.
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
    public void mustNotWait(@Nullable String otherwise) {
        Model.mustNotWait(otherwise);
    }

    @Override
    public void sameIdentityHashes() {
        Model.sameIdentityHashes(true);
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
