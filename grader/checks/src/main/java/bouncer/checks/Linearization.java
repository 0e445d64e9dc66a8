package bouncer.checks;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Searches for a sequential order that explains a history: the algorithm of Wing and Gong (1993), which Lowe (2017)
 * extends by a cache of the states tried before. Used by one thread; takes time exponential in the overlapping calls.
 *
 * @param <S> the model's state
 */
final class Linearization<S> {
    private record Tried(BitSet done, Object state) {}

    private final List<History.Entry<S>> calls;
    private final Set<Tried> tried = new HashSet<>();

    private Linearization(List<History.Entry<S>> calls) {
        this.calls = calls;
    }

    /** Returns true if some order that keeps the real-time order of calls that do not overlap explains every result. */
    static <S> boolean exists(S initial, List<History.Entry<S>> calls) {
        return new Linearization<>(calls).from(initial, new BitSet());
    }

    private boolean from(S state, BitSet done) {
        if (done.cardinality() == calls.size()) {
            return true;
        }
        if (!tried.add(new Tried((BitSet) done.clone(), Objects.requireNonNull(state)))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            firstEnd = Math.min(firstEnd, calls.get(i).end);
        }
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            History.Entry<S> call = calls.get(i);
            // A call cannot be ordered before one that ended before it began.
            if (call.begin <= firstEnd && explains(call, state, done, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean explains(History.Entry<S> call, S state, BitSet done, int index) {
        Effect<S> effect = call.specification.apply(state);
        if (!effect.possible() || !Objects.equals(effect.result(), call.result)) {
            return false;
        }
        done.set(index);
        boolean found = from(effect.state(), done);
        done.clear(index);
        return found;
    }
}
