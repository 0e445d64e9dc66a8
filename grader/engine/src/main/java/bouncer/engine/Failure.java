package bouncer.engine;

import java.util.List;

/** A failure of the program, with the schedule that shows it. Immutable. */
public sealed interface Failure {

    /** Returns the execution that shows the failure. */
    Trace trace();

    /** Returns the replay token of the schedule, for {@link Explorer#replay}. */
    String token();

    /** Returns a copy with another token. */
    Failure withToken(String token);

    /** The main method threw, or a thread died of an uncaught exception. */
    record Threw(Throwable thrown, String thread, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Threw(thrown, thread, trace, other);
        }
    }

    /**
     * Two accesses of one variable, at least one of them a write, that happens-before does not order (JLS 17.4.5).
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

    /** A deadlock: each thread of the cycle waits for the next one, and the last for the first. */
    record Deadlock(List<Waiting> cycle, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Deadlock(cycle, trace, other);
        }
    }

    /**
     * Threads that are blocked for good without a cycle, such as after a lost wake-up.
     *
     * @param waiters the blocked threads, without those of {@code idle}
     * @param idle threads that wait for work, such as an executor's workers; these alone are no failure
     * @param mainEnded whether the main thread is not among them
     */
    record Hang(List<Waiting> waiters, List<Waiting> idle, boolean mainEnded, Trace trace, String token)
            implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Hang(waiters, idle, mainEnded, trace, other);
        }
    }

    /** A livelock: a thread spins on locations that no thread will change. */
    record Livelock(Waiting spinner, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Livelock(spinner, trace, other);
        }
    }

    /**
     * A thread runs in a loop that touches nothing shared and never ends.
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

    /** No execution of a complete search reached a label that {@link Model#mustReach} asked for. */
    record Unreached(String label, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Unreached(label, trace, other);
        }
    }

    /**
     * An {@link ExecutionJudge} rejected an execution that ended by itself.
     *
     * @param reason what the judge said
     */
    record Rejected(String reason, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new Rejected(reason, trace, other);
        }
    }

    /** A thread blocked that must not block; see {@link Model#mustNotWait}. */
    record UnexpectedBlocking(Waiting waiter, String label, Trace trace, String token) implements Failure {
        @Override
        public Failure withToken(String other) {
            return new UnexpectedBlocking(waiter, label, trace, other);
        }
    }
}
