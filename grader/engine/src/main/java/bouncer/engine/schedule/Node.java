package bouncer.engine.schedule;

/**
 * One state on the path of a depth-first search: what was tried from here, and what is still to try. Masks are of
 * tasks.
 */
final class Node {
    final long enabled;
    /** The ways of each task to go on here, as bits. */
    private final int[] ways;

    private final int[] signatures;
    /** Tasks whose next step leads only to what was seen already. */
    final long sleep;

    /** Tasks whose step touched more than it announced: what would wake them is not known, so they never sleep. */
    long hasLateAccesses;

    /** Tasks that may leave a wait here, and perhaps not any more after a step of another. */
    final long mayLoseBranches;

    /** What is still to try, with what is under way. */
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
     * Whether this is that state, as far as can be seen: the same tasks can go on in the same ways, and are about to do
     * the same.
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

    /** Whether a task that can go on here is about to do the same in another state. */
    boolean isStill(int of, ExecutionState state) {
        return state.pending(of).signature() == signatures[of];
    }

    /** The ways of a task to go on here. */
    int branches(int of) {
        return of < ways.length ? ways[of] : 0;
    }

    /**
     * Whether all that begins with a sequence was seen, because a step of a task that sleeps here could as well come
     * first in it.
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

    /** Sees to it that a sequence will be tried, or what comes to the same. */
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

    /** Goes on with a task, by the first of its ways. */
    private void take(int next) {
        task = next;
        bitsLeft = ways[next];
        nextBit();
    }

    private void nextBit() {
        bit = Integer.numberOfTrailingZeros(bitsLeft);
        bitsLeft &= bitsLeft - 1;
    }

    /** Turns to what is planned first; false if nothing is that can be done and need be. */
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

    /** Turns to the next thing to try from here; false if all was tried. */
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
