package bouncer.clients.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A client program: it makes objects, and takes turns one after the other, each of which ends or waits before the next.
 * Immutable.
 *
 * @param objects the number that each object is made with, or 0
 * @param making what the calls of the maker of resources do, in their order; the rest make a resource
 * @param turns the turns
 * @param variant what may happen besides
 */
public record Client(List<Long> objects, List<MakingKind> making, List<Turn> turns, Variant variant) {
    public Client {
        objects = List.copyOf(objects);
        making = List.copyOf(making);
        turns = List.copyOf(turns);
    }

    /** What a call of the maker of resources does. */
    public enum MakingKind {
        MAKES,
        /** Throws an unchecked exception. */
        THROWS,
        /** Throws an error. */
        FAILS,
        /** Throws a checked exception that it does not declare. */
        SNEAKS,
        RETURNS_NULL,
        /** Waits until {@link Turn.LetMake}. */
        WAITS,
        /** There is no maker: null is passed in its place. */
        MISSING
    }

    /**
     * What may happen besides the calls.
     *
     * @param virtual whether the threads are virtual; before JDK 21, whether their names are empty like those of virtual
     *     ones
     * @param timeouts whether time limits may be over at any moment
     * @param spurious the number of wake-ups for no reason of each thread
     * @param held the number of steps after which the first of several threads that call at the same time is stopped, until
     *     the others can do no more; 0 for none
     * @param starved whether each thread in turn meets others that write first wherever it writes
     * @param chance which values hashes, ids and random numbers have; 0 for the usual ones
     * @param apart whether the objects are made by threads of their own at the same time
     * @param single whether the client is long, and only one of its schedules is run
     */
    public record Variant(
            boolean virtual,
            boolean timeouts,
            int spurious,
            int held,
            boolean starved,
            int chance,
            boolean apart,
            boolean single) {
        public static final Variant PLAIN = new Variant(false, false, 0, 0, false, 0, false, false);
        public static final Variant VIRTUAL = new Variant(true, false, 0, 0, false, 0, false, false);
        public static final Variant TIMEOUTS = new Variant(false, true, 0, 0, false, 0, false, false);
        public static final Variant SPURIOUS = new Variant(false, false, 1, 0, false, 0, false, false);
        public static final Variant STARVED = new Variant(false, false, 0, 0, true, 0, false, false);
        public static final Variant SINGLE = new Variant(false, false, 0, 0, false, 0, false, true);
        public static final Variant APART = new Variant(false, false, 0, 0, false, 0, true, false);

        /** Returns the variant that stops a thread after so many steps. */
        public static Variant held(int steps) {
            return new Variant(false, false, 0, steps, false, 0, false, false);
        }

        /** Returns the variant in which chance has other values. */
        public static Variant chance(int number) {
            return new Variant(false, false, 0, 0, false, number, false, false);
        }
    }

    /** Returns the number of callers: threads are numbered from 0. */
    public int threads() {
        int most = -1;
        for (Turn turn : turns) {
            most = Math.max(most, caller(turn));
        }
        return most + 1;
    }

    private static int caller(Turn turn) {
        if (turn instanceof Turn.Together together) {
            return together.lanes().stream().mapToInt(Turn.Lane::thread).max().orElse(-1);
        }
        return turn instanceof Turn.Call call ? call.thread() : -1;
    }

    /** Returns true if the constructor gets null in place of a maker. */
    public boolean lacksMaker() {
        return making.contains(MakingKind.MISSING);
    }

    /** Returns true if calls run at the same time. */
    public boolean isConcurrent() {
        return turns.stream().anyMatch(turn -> turn instanceof Turn.Together);
    }

    /** Returns the program without some of its turns. */
    public Client without(Set<Integer> left) {
        List<Turn> kept = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (!left.contains(i)) {
                kept.add(turns.get(i));
            }
        }
        return new Client(objects, making, kept, variant);
    }

    /** Returns the same program with another variant. */
    public Client with(Variant other) {
        return new Client(objects, making, turns, other);
    }
}
