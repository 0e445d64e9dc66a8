package bouncer.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of steps to explore from a state, as a tree (Abdulla, Aronis, Jonsson, Sagonas, "Optimal dynamic
 * partial order reduction", POPL 2014, section 6). A leaf leaves open what comes after it.
 */
final class WakeupTree {
    /** A leaf that leaves the branch of the task open. */
    private static final int ANY = -1;

    private final int task;
    private final int bit;
    private final List<WakeupTree> branches = new ArrayList<>(2);

    private WakeupTree(int task, int bit) {
        this.task = task;
        this.bit = bit;
    }

    /** Creates an empty tree. */
    WakeupTree() {
        this(ANY, ANY);
    }

    /** Returns the tree planned after a step; empty if it was left open. */
    WakeupTree after(int next, int way) {
        for (WakeupTree branch : branches) {
            if (branch.task == next && branch.bit == way) {
                return branch;
            }
        }
        return new WakeupTree();
    }

    /** Returns the task of the first branch, or -1. */
    int first() {
        return branches.isEmpty() ? -1 : branches.get(0).task;
    }

    /** Tasks with which the branches begin. */
    long roots() {
        long tasks = 0;
        for (WakeupTree branch : branches) {
            tasks |= 1L << branch.task;
        }
        return tasks;
    }

    /** Forgets what begins with a task. */
    void drop(int next) {
        branches.removeIf(branch -> branch.task == next);
    }

    /** Adds one step, whatever comes after it, if no branch begins with that task. */
    void plan(int next) {
        if ((roots() >> next & 1) == 0) {
            branches.add(new WakeupTree(next, ANY));
        }
    }

    /** Adds a sequence, which is consumed, unless an equivalent one is planned. */
    void insert(Reversal sequence) {
        WakeupTree at = this;
        while (!sequence.isEmpty()) {
            WakeupTree next = at.leadingTo(sequence);
            if (next == null) {
                at.grow(sequence);
                return;
            }
            if (next.branches.isEmpty()) {
                return;
            }
            at = next;
        }
    }

    /**
     * Returns the first branch whose step may as well come first in the sequence, which loses that step; null if there
     * is none.
     */
    private @Nullable WakeupTree leadingTo(Reversal sequence) {
        for (WakeupTree branch : branches) {
            int found = sequence.first(branch.task);
            if (found >= 0
                    && sequence.isInitial(found)
                    && (branch.branches.isEmpty() || branch.bit == sequence.bit(found))) {
                sequence.remove(found);
                return branch;
            }
        }
        return null;
    }

    private void grow(Reversal sequence) {
        WakeupTree at = this;
        for (int i = 0; i < sequence.size(); i++) {
            WakeupTree branch = new WakeupTree(sequence.task(i), sequence.bit(i));
            at.branches.add(branch);
            at = branch;
        }
    }
}
