package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.ThreadOps;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of an adder or accumulator: two cells, one for threads of even and one for threads of odd number, so that a
 * reader which adds them up can be overtaken between the two. No happens-before comes of them: none is documented.
 */
final class Cells<V> {
    /** A cell that was never used holds null. */
    private final AtomicCell<@Nullable V> even;

    private final AtomicCell<@Nullable V> odd;
    private final V identity;

    Cells(V identity) {
        this.identity = identity;
        even = AtomicCell.ofNullableValue();
        odd = AtomicCell.ofNullableValue();
    }

    private AtomicCell<@Nullable V> mine() {
        return ThreadOps.threadNumber() % 2 == 0 ? even : odd;
    }

    private V valueOf(@Nullable V cell) {
        return cell == null ? identity : cell;
    }

    /** Changes the running thread's cell in one step that commutes with every other such step. */
    void add(String op, UnaryOperator<V> f) {
        mine().add(op, cell -> f.apply(valueOf(cell)));
    }

    /** Changes the running thread's cell by the caller's function, applied outside any step. */
    void accumulate(String op, UnaryOperator<V> f) {
        mine().updateAndGet(op, MemoryMode.UNORDERED, cell -> f.apply(valueOf(cell)));
    }

    /** Reads the cells one after the other and combines them. */
    V combine(String op, BinaryOperator<V> f) {
        @Nullable V first = even.load(op, MemoryMode.UNORDERED);
        return combined(first, odd.load(op, MemoryMode.UNORDERED), f);
    }

    /** Returns a cell that was never used is absent, as in the JDK: the caller's function must not see it. */
    private V combined(@Nullable V first, @Nullable V second, BinaryOperator<V> f) {
        return first == null ? valueOf(second) : second == null ? first : f.apply(first, second);
    }

    /** Takes out and resets the cells one after the other and combines what was in them. */
    V combineAndReset(String op, BinaryOperator<V> f) {
        @Nullable V first = even.replace(op, MemoryMode.UNORDERED, this::reset);
        return combined(first, odd.replace(op, MemoryMode.UNORDERED, this::reset), f);
    }

    private @Nullable V reset(@Nullable V cell) {
        return cell == null ? null : identity;
    }

    /** Resets the cells one after the other. */
    void reset(String op) {
        even.replace(op, MemoryMode.UNORDERED, this::reset);
        odd.replace(op, MemoryMode.UNORDERED, this::reset);
    }
}
