package bouncer.clients.plan;

import java.util.List;

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
        WAITS
    }

    /**
     * What may happen besides the calls.
     *
     * @param virtual whether the threads are virtual
     * @param timeouts whether time limits may be over at any moment
     * @param spurious the number of wake-ups for no reason of each thread
     */
    public record Variant(boolean virtual, boolean timeouts, int spurious) {
        public static final Variant PLAIN = new Variant(false, false, 0);
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

    /** Returns true if calls run at the same time. */
    public boolean isConcurrent() {
        return turns.stream().anyMatch(turn -> turn instanceof Turn.Together);
    }

    /** Returns the same program with another variant. */
    public Client with(Variant other) {
        return new Client(objects, making, turns, other);
    }
}
