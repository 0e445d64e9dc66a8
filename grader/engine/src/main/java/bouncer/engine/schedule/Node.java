package bouncer.engine.schedule;

/** One state on the path of a depth-first search: what was tried from here, and what is still to try. Masks are of tasks. */
final class Node {
    final long enabled;
    /** The ways of each task to go on here, as bits. */
    final int[] ways;

    private final int[] signatures;
    /** Tasks whose next step leads only to what was seen already. */
    long sleep;

    /** Tasks whose step touched more than it announced: what would wake them is not known, so they never sleep. */
    long loud;

    long backtrack;
    long done;
    int task;
    int bit;
    private int bitsLeft;

    Node(State state, long sleep) {
        ways = new int[state.tasks()];
        signatures = new int[ways.length];
        long can = 0;
        for (int i = 0; i < ways.length; i++) {
            ways[i] = state.ways(i);
            if (ways[i] != 0) {
                can |= 1L << i;
                signatures[i] = state.pending(i).signature();
            }
        }
        enabled = can;
        this.sleep = sleep;
    }

    /** Whether this is that state, as far as can be seen: the same tasks can go on in the same ways, and are about to do the same. */
    boolean isFor(State state) {
        if (state.tasks() != ways.length) {
            return false;
        }
        for (int i = 0; i < ways.length; i++) {
            if (state.ways(i) != ways[i]) {
                return false;
            }
        }
        return state.pending(task).signature() == signatures[task];
    }

    /** Goes on with a task, by the first of its ways. */
    void take(int next) {
        task = next;
        bitsLeft = ways[next];
        nextBit();
    }

    private void nextBit() {
        bit = Integer.numberOfTrailingZeros(bitsLeft);
        bitsLeft &= bitsLeft - 1;
    }

    /** Turns to the next thing to try from here; false if all was tried. */
    boolean advance() {
        if (bitsLeft != 0) {
            nextBit();
            return true;
        }
        done |= 1L << task;
        long left = backtrack & ~done & ~sleep & enabled;
        if (left == 0) {
            return false;
        }
        take(Long.numberOfTrailingZeros(left));
        return true;
    }
}
