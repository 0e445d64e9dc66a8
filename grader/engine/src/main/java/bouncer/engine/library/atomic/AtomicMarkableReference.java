package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.atomic.AtomicMarkableReference}: reference and mark are one variable, every operation one step. */
public class AtomicMarkableReference<V extends @Nullable Object> {
    private record Pair<V extends @Nullable Object>(V reference, boolean mark) {
        boolean is(V otherReference, boolean otherMark) {
            return reference == otherReference && mark == otherMark;
        }
    }

    private final AtomicCell<Pair<V>> slot;

    public AtomicMarkableReference(V initialRef, boolean initialMark) {
        slot = AtomicCell.ofReference(this, new Pair<>(initialRef, initialMark));
    }

    private Pair<V> pair(String op) {
        return slot.load(op, MemoryMode.VOLATILE);
    }

    public V getReference() {
        return pair("getReference").reference;
    }

    public boolean isMarked() {
        return pair("isMarked").mark;
    }

    /** Answers the reference and puts the mark into {@code markHolder[0]}. */
    public V get(boolean[] markHolder) {
        Pair<V> pair = pair("get");
        markHolder[0] = pair.mark;
        return pair.reference;
    }

    public boolean weakCompareAndSet(V expectedReference, V newReference, boolean expectedMark, boolean newMark) {
        return compareAndSet("weakCompareAndSet", expectedReference, newReference, expectedMark, newMark);
    }

    public boolean compareAndSet(V expectedReference, V newReference, boolean expectedMark, boolean newMark) {
        return compareAndSet("compareAndSet", expectedReference, newReference, expectedMark, newMark);
    }

    private boolean compareAndSet(
            String call, V expectedReference, V newReference, boolean expectedMark, boolean newMark) {
        return slot.replaceWhen(
                call,
                MemoryMode.VOLATILE,
                old -> old.is(expectedReference, expectedMark),
                new Pair<>(newReference, newMark));
    }

    public void set(V newReference, boolean newMark) {
        slot.store("set", MemoryMode.VOLATILE, new Pair<>(newReference, newMark));
    }

    public boolean attemptMark(V expectedReference, boolean newMark) {
        return slot.replaceWhen(
                "attemptMark",
                MemoryMode.VOLATILE,
                old -> old.reference == expectedReference,
                new Pair<>(expectedReference, newMark));
    }
}
