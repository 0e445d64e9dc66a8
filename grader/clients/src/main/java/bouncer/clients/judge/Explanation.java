package bouncer.clients.judge;

import bouncer.checks.specification.ObjectContract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to explain a history so far. Immutable.
 *
 * @param world the states of all objects
 * @param open the calls and interrupts under way, in the order of their begins
 * @param interrupted the interrupt status of each thread, as bits
 * @param anything whether a call did something that the contract leaves open: then all that follows is right
 */
record Explanation(List<Object> world, List<Progress> open, long interrupted, boolean anything) {

    /** Returns the explanation of a history in which nothing has happened. */
    static Explanation initial(ObjectContract<Object, Object> contract, List<Long> numbers) {
        List<Object> world = new ArrayList<>();
        numbers.forEach(number -> world.add(contract.initial(number)));
        return new Explanation(List.copyOf(world), List.of(), 0, false);
    }

    Explanation with(List<Object> newWorld, Progress changed) {
        List<Progress> all = new ArrayList<>(open);
        all.replaceAll(one -> one.order() == changed.order() ? changed : one);
        return new Explanation(newWorld, all, interrupted, anything);
    }

    Explanation without(int order) {
        List<Progress> all = new ArrayList<>(open);
        all.removeIf(one -> one.order() == order);
        return new Explanation(world, all, interrupted, anything);
    }

    Explanation and(Progress begun) {
        List<Progress> all = new ArrayList<>(open);
        all.add(begun);
        all.sort((one, other) -> Integer.compare(one.order(), other.order()));
        return new Explanation(world, all, interrupted, anything);
    }

    /** Returns the explanation after a rest, at which each call that had no effect had to wait. */
    Explanation rested() {
        List<Progress> all = new ArrayList<>(open);
        all.replaceAll(one -> one.stage() == Progress.Stage.FRESH ? one.at(Progress.Stage.WAITED) : one);
        return new Explanation(world, all, interrupted, anything);
    }

    Explanation status(int thread, boolean set) {
        long bit = 1L << thread;
        return new Explanation(world, open, set ? interrupted | bit : interrupted & ~bit, anything);
    }

    boolean isInterrupted(int thread) {
        return thread < Long.SIZE && (interrupted >> thread & 1) != 0;
    }

    // Sets of explanations are what a judge computes with; the hash code that a record has costs much more.
    @Override
    public int hashCode() {
        return 31 * (31 * world.hashCode() + open.hashCode()) + Long.hashCode(interrupted) + (anything ? 1 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that
                && interrupted == that.interrupted
                && anything == that.anything
                && open.equals(that.open)
                && world.equals(that.world);
    }

    Progress progress(int order) {
        for (Progress each : open) {
            if (each.order() == order) {
                return each;
            }
        }
        throw new IllegalStateException("call " + order + " is not under way");
    }
}
