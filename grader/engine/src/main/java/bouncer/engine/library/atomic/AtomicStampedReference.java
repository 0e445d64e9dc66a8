package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.atomic.AtomicStampedReference}: reference and stamp are one variable, every operation one step. */
public class AtomicStampedReference<V extends @Nullable Object> {
    private record Pair<V extends @Nullable Object>(V reference, int stamp) {
        boolean is(V otherReference, int otherStamp) {
            return reference == otherReference && stamp == otherStamp;
        }
    }

    private final AtomicCell<Pair<V>> slot;

    public AtomicStampedReference(V initialRef, int initialStamp) {
        slot = AtomicCell.ofReference(this, new Pair<>(initialRef, initialStamp));
    }

    private Pair<V> pair(String op) {
        return slot.load(op, MemoryMode.VOLATILE);
    }

    public V getReference() {
        return pair("getReference").reference;
    }

    public int getStamp() {
        return pair("getStamp").stamp;
    }

    /** Answers the reference and puts the stamp into {@code stampHolder[0]}. */
    public V get(int[] stampHolder) {
        Pair<V> pair = pair("get");
        stampHolder[0] = pair.stamp;
        return pair.reference;
    }

    public boolean weakCompareAndSet(V expectedReference, V newReference, int expectedStamp, int newStamp) {
        return compareAndSet("weakCompareAndSet", expectedReference, newReference, expectedStamp, newStamp);
    }

    public boolean compareAndSet(V expectedReference, V newReference, int expectedStamp, int newStamp) {
        return compareAndSet("compareAndSet", expectedReference, newReference, expectedStamp, newStamp);
    }

    private boolean compareAndSet(String call, V expectedReference, V newReference, int expectedStamp, int newStamp) {
        return slot.replaceWhen(
                call,
                MemoryMode.VOLATILE,
                old -> old.is(expectedReference, expectedStamp),
                new Pair<>(newReference, newStamp));
    }

    public void set(V newReference, int newStamp) {
        slot.store("set", MemoryMode.VOLATILE, new Pair<>(newReference, newStamp));
    }

    public boolean attemptStamp(V expectedReference, int newStamp) {
        return slot.replaceWhen(
                "attemptStamp",
                MemoryMode.VOLATILE,
                old -> old.reference == expectedReference,
                new Pair<>(expectedReference, newStamp));
    }
}
