package bouncer.engine.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Limits;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Carriers;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.model.Lifecycle;
import bouncer.engine.model.ModelTask;
import bouncer.engine.model.ModelThread;
import bouncer.engine.run.Actor;
import bouncer.engine.run.Execution;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.schedule.RandomScheduler;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two threads with two flushers each, of an execution that does not run: actors 0 and 3 are the threads. */
class StoreBufferTest {
    private final Carrier carrier = Carriers.open(Limits.CarrierKind.PARK);
    private final Execution execution = new Execution(
            Limits.standard(),
            new RandomScheduler(0, 1),
            carrier,
            false,
            true,
            ExecutionListener.NONE,
            bouncer.engine.run.ClassInitializers.NONE,
            Set.of());
    private final ModelTask writer = thread("writer");
    private final ModelTask reader = thread("reader");
    private final Variable x = new Variable();
    private final Variable y = new Variable();

    /** A variable in memory. */
    private final class Variable implements Cell {
        final MemoryLocation location = execution.memory().at(this, 0);
        Object value = 0;

        @Override
        public Object get() {
            return value;
        }

        @Override
        public void set(Object next) {
            value = Objects.requireNonNull(next);
        }
    }

    private ModelTask thread(String name) {
        Lifecycle.main(execution, new ModelThread(name), () -> {}, 2);
        return (ModelTask) Objects.requireNonNull(execution.actors().all().stream()
                .filter(actor -> actor.name().equals(name))
                .findFirst()
                .orElse(null));
    }

    @AfterEach
    void close() {
        carrier.close();
    }

    private BufferedStore store(Variable variable, MemoryMode mode, int value) {
        BufferedStore store = Objects.requireNonNull(Buffers.begin(writer, variable.location, mode, () -> variable));
        variable.set(value);
        Buffers.end(writer, store);
        return store;
    }

    private Flusher flusher(int number) {
        return (Flusher) execution.actors().all().get(1 + number);
    }

    private static void flush(Flusher flusher) {
        assertThat(flusher.stepsByItself()).isTrue();
        assertThat(flusher.stepsByItself()).isTrue();
    }

    @Test
    void flushersAreActorsButNoThreads() {
        assertThat(execution.actors().threads()).isEqualTo(2);
        assertThat(execution.actors().all()).hasSize(6);
        assertThat(List.of(writer.number(), reader.number())).containsExactly(0, 1);
        assertThat(execution.actors().all().stream().filter(Flusher.class::isInstance))
                .hasSize(4);
    }

    @Test
    void aStoreIsSeenByItsThreadOnlyUntilItIsFlushed() {
        BufferedStore store = store(x, MemoryMode.OPAQUE, 1);
        assertThat(writer.stores().latest(x.location)).isSameAs(store);
        writer.stores().hide();
        assertThat(x.value).isEqualTo(0);
        writer.stores().show();
        assertThat(x.value).isEqualTo(1);
        writer.stores().hide();
        flush(flusher(1));
        assertThat(x.value).isEqualTo(1);
        assertThat(writer.stores().isEmpty()).isTrue();
        assertThat(writer.stores().latest(x.location)).isNull();
    }

    @Test
    void anOpaqueStoreMayBeFlushedBeforeAnEarlierOneOfAnotherVariable() {
        store(x, MemoryMode.ACQUIRE_RELEASE, 1);
        BufferedStore later = store(y, MemoryMode.OPAQUE, 2);
        assertThat(later.mayBeFlushed()).isTrue();
        writer.stores().hide();
        flush(flusher(1));
        assertThat(x.value).isEqualTo(0);
        assertThat(y.value).isEqualTo(2);
    }

    @Test
    void aReleaseStoreComesAfterAllThatWasStoredBefore() {
        store(x, MemoryMode.OPAQUE, 1);
        BufferedStore release = store(y, MemoryMode.ACQUIRE_RELEASE, 2);
        assertThat(release.mayBeFlushed()).isFalse();
        writer.stores().hide();
        flush(flusher(1));
        assertThat(release.mayBeFlushed()).isTrue();
    }

    @Test
    void aStoreAfterAFenceComesAfterThoseBeforeIt() {
        store(x, MemoryMode.ACQUIRE_RELEASE, 1);
        writer.stores().fence();
        BufferedStore later = store(y, MemoryMode.OPAQUE, 2);
        assertThat(later.mayBeFlushed()).isFalse();
    }

    @Test
    void aReleaseStoreGivesItsClockWhenItIsFlushed() {
        store(x, MemoryMode.ACQUIRE_RELEASE, 1);
        int before = reader.clock().get(writer.id());
        writer.stores().hide();
        flush(flusher(0));
        reader.steps().read(x.location, MemoryMode.ACQUIRE_RELEASE);
        assertThat(reader.clock().get(writer.id())).isGreaterThan(before);
    }

    @Test
    void aFlushByTheThreadItselfMakesAllVisible() {
        store(x, MemoryMode.OPAQUE, 1);
        store(y, MemoryMode.ACQUIRE_RELEASE, 2);
        writer.stores().flush();
        assertThat(writer.stores().isEmpty()).isTrue();
        assertThat(writer.stores().isDirty()).isFalse();
        assertThat(List.of(x.value, y.value)).containsExactly(1, 2);
        assertThat(execution.actors().all().stream()
                        .filter(Flusher.class::isInstance)
                        .filter(Actor::hasEnded))
                .hasSize(2);
    }

    @Test
    void withinAStepAStoreIsSeenAtOnce() {
        writer.beginAtomic();
        assertThat(Buffers.begin(writer, x.location, MemoryMode.OPAQUE, () -> x))
                .isNull();
        writer.endAtomic();
    }
}
