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

    /** What one client differs in from others with the same turns. */
    public enum Kind {
        PLAIN,
        /** The threads are virtual; before JDK 21 their names are empty, like those of virtual ones. */
        VIRTUAL,
        /** Time limits may be over at any moment. */
        TIMEOUTS,
        /** So many waits of each thread may end for no reason. */
        SPURIOUS,
        /** After so many steps the first of several that call at the same time is stopped, until others can do no more. */
        HELD,
        /** Each thread in turn meets others that write first wherever it writes. */
        STARVED,
        /** Hashes, ids and random numbers have other values, of which this is the number. */
        CHANCE,
        /** The objects are made by threads of their own at the same time. */
        APART,
        /** The client is long, and only one of its schedules is run. */
        SINGLE
    }

    /**
     * What may happen besides the calls.
     *
     * @param number what the kind counts; 0 if it counts nothing
     */
    public record Variant(Kind kind, int number) {
        public static final Variant PLAIN = new Variant(Kind.PLAIN, 0);
        public static final Variant VIRTUAL = new Variant(Kind.VIRTUAL, 0);
        public static final Variant TIMEOUTS = new Variant(Kind.TIMEOUTS, 0);
        public static final Variant SPURIOUS = new Variant(Kind.SPURIOUS, 1);
        public static final Variant STARVED = new Variant(Kind.STARVED, 0);
        public static final Variant APART = new Variant(Kind.APART, 0);
        public static final Variant SINGLE = new Variant(Kind.SINGLE, 0);

        /** Returns the variant that stops a thread after so many steps. */
        public static Variant held(int steps) {
            return new Variant(Kind.HELD, steps);
        }

        /** Returns the variant in which chance has other values. */
        public static Variant chance(int number) {
            return new Variant(Kind.CHANCE, number);
        }

        /** Returns true if this is of a kind. */
        public boolean is(Kind which) {
            return kind == which;
        }

        /** Returns what a kind counts; 0 if this is of another one. */
        public int of(Kind which) {
            return kind == which ? number : 0;
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
