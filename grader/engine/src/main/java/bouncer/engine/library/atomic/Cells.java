package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.ThreadOps;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The state of an adder or accumulator: two cells, one for threads of even and one for threads of odd number, so that a
 * reader which adds them up can be overtaken between the two. No happens-before comes of them: none is documented.
 */
final class Cells<V> {
    private final AtomicCell<V> even;
    private final AtomicCell<V> odd;
    private final V identity;
    private boolean evenUsed;
    private boolean oddUsed;

    Cells(V identity) {
        this.identity = identity;
        even = AtomicCell.ofValue(null, identity);
        odd = AtomicCell.ofValue(null, identity);
    }

    private boolean mineIsEven() {
        return ThreadOps.threadNumber() % 2 == 0;
    }

    private AtomicCell<V> mine() {
        if (mineIsEven()) {
            evenUsed = true;
            return even;
        }
        oddUsed = true;
        return odd;
    }

    /** Changes the running thread's cell in one step that commutes with every other such step. */
    void add(String op, UnaryOperator<V> f) {
        mine().add(op, f);
    }

    /** Changes the running thread's cell by the caller's function, applied outside any step. */
    void accumulate(String op, UnaryOperator<V> f) {
        mine().updateAndGet(op, MemoryMode.OPAQUE, f);
    }

    /** Reads the cells one after the other and combines them. */
    V combine(String op, BinaryOperator<V> f) {
        V first = even.load(op, MemoryMode.OPAQUE);
        return combined(first, odd.load(op, MemoryMode.OPAQUE), f);
    }

    /** A cell that was never used is not there, as in the JDK: the caller's function must not see it. */
    private V combined(V first, V second, BinaryOperator<V> f) {
        return !oddUsed ? first : !evenUsed ? second : f.apply(first, second);
    }

    /** Takes out and resets the cells one after the other and combines what was in them. */
    V combineAndReset(String op, BinaryOperator<V> f) {
        V first = even.replace(op, MemoryMode.OPAQUE, v -> identity);
        return combined(first, odd.replace(op, MemoryMode.OPAQUE, v -> identity), f);
    }

    /** Resets the cells one after the other. */
    void reset(String op) {
        even.store(op, MemoryMode.OPAQUE, identity);
        odd.store(op, MemoryMode.OPAQUE, identity);
    }
}
