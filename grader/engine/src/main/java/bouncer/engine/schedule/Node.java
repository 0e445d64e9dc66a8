package bouncer.engine.schedule;

/**
 * One state on the path of a depth-first search, with its sleep set and its wakeup tree. Masks are sets of tasks.
 */
final class Node {
    final long enabled;
    /** The enabled branches of each task, as bits. */
    private final int[] ways;

    private final int[] signatures;
    /** The sleep set: tasks whose next step leads only to explored traces. */
    final long sleep;

    /** Tasks whose step touched more than it announced: what would wake them is not known, so they never sleep. */
    long hasLateAccesses;

    /** Tasks whose wait can end here, but perhaps not after a step of another task. */
    final long mayLoseBranches;

    /** The sequences still to explore, including the current one. */
    final WakeupTree planned;

    long done;
    int task;
    int bit;
    private int bitsLeft;

    Node(ExecutionState state, long sleep, WakeupTree planned) {
        ways = new int[state.tasks()];
        signatures = new int[ways.length];
        long can = 0;
        long unasked = 0;
        for (int i = 0; i < ways.length; i++) {
            ways[i] = state.branches(i);
            if (ways[i] != 0) {
                can |= 1L << i;
                signatures[i] = state.pending(i).signature();
                if (state.pending(i).mayLoseBranches(ways[i])) {
                    unasked |= 1L << i;
                }
            }
        }
        enabled = can;
        mayLoseBranches = unasked;
        this.sleep = sleep;
        this.planned = planned;
    }

    /**
     * Returns true if a state looks like this one: the same tasks are enabled in the same branches, with the same
     * pending operations.
     */
    boolean isFor(ExecutionState state) {
        if (state.tasks() != ways.length) {
            return false;
        }
        for (int i = 0; i < ways.length; i++) {
            if (state.branches(i) != ways[i]) {
                return false;
            }
        }
        return isStill(task, state);
    }

    /** Returns true if a task that is enabled here has the same pending operation in another state. */
    boolean isStill(int of, ExecutionState state) {
        return state.pending(of).signature() == signatures[of];
    }

    /** Returns the enabled branches of a task in this state. */
    int branches(int of) {
        return of < ways.length ? ways[of] : 0;
    }

    /**
     * Returns true if all that begins with a sequence was seen, because a step of a task that sleeps here could as well
     * come first in it.
     */
    private boolean hasSeen(Reversal sequence) {
        for (long left = sleep | done; left != 0; left &= left - 1) {
            int each = Long.numberOfTrailingZeros(left);
            int found = sequence.first(each);
            if (found >= 0 && sequence.isInitial(found)) {
                return true;
            }
        }
        return false;
    }

    /** Plans a sequence, unless an equivalent one is planned or explored. */
    void plan(Reversal sequence) {
        if (hasSeen(sequence)) {
            return;
        }
        long can = sequence.initials() & enabled;
        if ((enabled >> sequence.task(0) & 1) != 0) {
            planned.insert(sequence);
        } else if ((can & planned.roots()) == 0) {
            for (long left = can != 0 ? Long.lowestOneBit(can) : enabled; left != 0; left &= left - 1) {
                planned.plan(Long.numberOfTrailingZeros(left));
            }
        }
    }

    /** Takes a task, in its first branch. */
    private void take(int next) {
        task = next;
        bitsLeft = ways[next];
        nextBit();
    }

    private void nextBit() {
        bit = Integer.numberOfTrailingZeros(bitsLeft);
        bitsLeft &= bitsLeft - 1;
    }

    /** Begins with the first planned sequence; returns false if none is enabled and needed. */
    boolean begin() {
        for (int next = planned.first(); next >= 0; next = planned.first()) {
            if (((enabled & ~sleep & ~done) >> next & 1) != 0) {
                take(next);
                return true;
            }
            planned.drop(next);
        }
        return false;
    }

    /** Takes the next sequence to explore from this state; returns false if there is none. */
    boolean advance() {
        if (bitsLeft != 0) {
            nextBit();
            return true;
        }
        done |= 1L << task;
        planned.drop(task);
        return begin();
    }
}
