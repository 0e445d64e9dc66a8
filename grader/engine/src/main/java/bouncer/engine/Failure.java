package bouncer.engine;

import java.util.List;

/** What one schedule showed to be wrong, with the schedule. Immutable data. */
public sealed interface Failure {

    /** The execution that shows it. */
    Trace trace();

    /** The schedule as a short word; {@link Explorer#replay} runs it again. */
    String token();

    /** The same with a token. */
    Failure withToken(String token);

    /** The main method, or a thread with nobody to catch it, threw. */
    record Threw(Throwable thrown, String thread, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Threw(thrown, thread, trace, other);
        }
    }

    /**
     * Two accesses of one variable, one of them a write, that no happens-before orders.
     *
     * @param variable in words
     * @param first the access that came first in this execution
     * @param second the other
     */
    record DataRace(String variable, Event first, Event second, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new DataRace(variable, first, second, trace, other);
        }
    }

    /** Threads that wait for each other in a cycle; each waits for the next, the last for the first. */
    record Deadlock(List<Waiting> cycle, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Deadlock(cycle, trace, other);
        }
    }

    /**
     * Threads that wait for something nobody is left to do.
     *
     * @param waiters all of them but those of {@code idle}
     * @param idle threads that wait in a place that models call idle, such as an executor's workers; no failure alone
     * @param mainEnded whether the main thread is not among them
     */
    record Hang(List<Waiting> waiters, List<Waiting> idle, boolean mainEnded, Trace trace, String token)
            implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Hang(waiters, idle, mainEnded, trace, other);
        }
    }

    /** A thread looks again and again at what does not change. */
    record Livelock(Waiting spinner, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Livelock(spinner, trace, other);
        }
    }

    /**
     * A thread goes round in a loop that touches nothing shared, and never comes back from it.
     *
     * @param thread its name
     * @param stack where it was when it was stopped, innermost first
     */
    record EndlessLoop(String thread, List<Place> stack, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new EndlessLoop(thread, stack, trace, other);
        }
    }

    /** No execution of a complete search came by a label that {@link Model#mustReach} asked for. */
    record Unreached(String label, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Unreached(label, trace, other);
        }
    }

    /** A thread waited that must not; see {@link Model#mustNotWait}. */
    record UnexpectedBlocking(Waiting waiter, String label, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new UnexpectedBlocking(waiter, label, trace, other);
        }
    }
}
