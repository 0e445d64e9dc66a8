package bouncer.engine.schedule;

/** One state on the path of a depth-first search: what was tried from here, and what is still to try. Masks are of tasks. */
final class Node {
    final long enabled;
    /** The ways of each task to go on here, as bits. */
    final int[] ways;
    /** Tasks whose next step leads only to what was seen already. */
    long sleep;

    long backtrack;
    long done;
    int task;
    int bit;
    private int bitsLeft;

    Node(State state, long sleep) {
        ways = new int[state.tasks()];
        long can = 0;
        for (int i = 0; i < ways.length; i++) {
            ways[i] = state.ways(i);
            if (ways[i] != 0) {
                can |= 1L << i;
            }
        }
        enabled = can;
        this.sleep = sleep;
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
