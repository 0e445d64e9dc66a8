package bouncer.clients.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a client program does. Immutable. */
public sealed interface Turn {

    /**
     * A thread calls an operation.
     *
     * @param thread its number, from 0
     * @param object the index of the object
     * @param operation the index of the operation in the contract
     * @param number the number that is passed, or 0
     * @param other the index of the other object that is passed; -1 for null
     * @param limit the time limit that is passed, or null
     * @param resource which resource is passed, or null
     */
    record Call(
            int thread,
            int object,
            int operation,
            long number,
            int other,
            @Nullable Limit limit,
            @Nullable ResourceChoice resource)
            implements Turn {

        /** Returns the same call by another thread. */
        public Call by(int otherThread) {
            return new Call(otherThread, object, operation, number, other, limit, resource);
        }
    }

    /** A thread is interrupted from outside. */
    record Interrupt(int thread) implements Turn {}

    /** Time passes. */
    record Pass(long nanos) implements Turn {}

    /** The makers of resources that wait may go on. */
    record LetMake() implements Turn {}

    /**
     * Several threads take turns of their own at the same time.
     *
     * @param lanes the turns of each thread
     */
    record Together(List<Lane> lanes) implements Turn {
        public Together {
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * The turns of one thread that run beside those of others.
     *
     * @param thread the thread that takes them; below 0 for one that only interrupts others
     */
    record Lane(int thread, List<Turn> turns) {
        public Lane {
            turns = List.copyOf(turns);
        }

        /** Returns a lane of calls of the thread that the first one names. */
        public static Lane of(Call... calls) {
            return new Lane(calls[0].thread(), List.of(calls));
        }
    }

    /** Which resource a call passes. */
    enum ResourceChoice {
        /** The one that the thread has got last and not given back. */
        MINE,
        /** The one that some other thread has got last and not given back. */
        THEIRS,
        /** One that was given back before. */
        RETURNED,
        NULL,
        /** One that no pool has made. */
        STRANGE
    }
}
