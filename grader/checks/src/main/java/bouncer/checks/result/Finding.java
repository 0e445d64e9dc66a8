package bouncer.checks.result;

import bouncer.checks.Call;
import bouncer.checks.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a submission. Every kind is immutable data; {@link #message} is one readable sentence or two. The
 * kinds that exploration can find carry the schedule that leads there and the token that repeats it; both are missing
 * when the real machine found it.
 */
public sealed interface Finding {

    /** The fault of the catalogue that this is a case of. */
    Fault fault();

    /** What happened, for the student. */
    String message();

    /** The student's line, or null when there is none to show. */
    @Nullable
    Location location();

    /** The steps that lead to it, in order; empty when they are unknown. */
    default List<Step> schedule() {
        return List.of();
    }

    /** The token that repeats the run, or null when there is none. */
    default @Nullable String replay() {
        return null;
    }

    /** Who waits for what at the end; empty when nobody does. */
    default List<WaitingThread> waiters() {
        return List.of();
    }

    /**
     * A promise of the contract was broken.
     *
     * @param expected what the contract promises as text, where it can be told apart from the message, or null
     * @param actual what came instead, or null
     */
    record ContractBroken(
            Fault fault,
            String message,
            @Nullable Location location,
            @Nullable String expected,
            @Nullable String actual,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public ContractBroken {
            schedule = List.copyOf(schedule);
        }

        /** Seen without exploration. */
        public ContractBroken(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, null, null, List.of(), null);
        }
    }

    /**
     * Threads together produced a value or a state that no correct class can produce.
     *
     * @param expected the value that is right as text, where it can be told apart from the message, or null
     * @param actual the value that came instead, or null
     */
    record WrongResult(
            Fault fault,
            String message,
            @Nullable Location location,
            @Nullable String expected,
            @Nullable String actual,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public WrongResult {
            schedule = List.copyOf(schedule);
        }

        /** A wrong result of which only the sentence is known. */
        public WrongResult(
                Fault fault,
                String message,
                @Nullable Location location,
                List<Step> schedule,
                @Nullable String replay) {
            this(fault, message, location, null, null, schedule, replay);
        }
    }

    /** Two accesses of one variable, at least one of them a write, are ordered by nothing. */
    record DataRace(
            Fault fault,
            String message,
            @Nullable Location location,
            String variable,
            RacingAccess first,
            RacingAccess second,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public DataRace {
            schedule = List.copyOf(schedule);
        }
    }

    /** Threads wait for each other in a cycle. */
    record Deadlock(
            Fault fault,
            String message,
            @Nullable Location location,
            List<WaitingThread> waiters,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public Deadlock {
            waiters = List.copyOf(waiters);
            schedule = List.copyOf(schedule);
        }

        /** Seen without exploration. */
        public Deadlock(Fault fault, String message, @Nullable Location location, List<WaitingThread> waiters) {
            this(fault, message, location, waiters, List.of(), null);
        }
    }

    /** Threads wait for something that nobody is left to do. */
    record Stuck(
            Fault fault,
            String message,
            @Nullable Location location,
            List<WaitingThread> waiters,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public Stuck {
            waiters = List.copyOf(waiters);
            schedule = List.copyOf(schedule);
        }

        /** Seen without exploration. */
        public Stuck(Fault fault, String message, @Nullable Location location, List<WaitingThread> waiters) {
            this(fault, message, location, waiters, List.of(), null);
        }
    }

    /** A thread runs without end, or burns a core where it should sleep. */
    record Spinning(
            Fault fault,
            String message,
            @Nullable Location location,
            List<WaitingThread> waiters,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public Spinning {
            waiters = List.copyOf(waiters);
            schedule = List.copyOf(schedule);
        }

        /** Seen without exploration. */
        public Spinning(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, List.of(), List.of(), null);
        }
    }

    /** No schedule leads to a state that some schedule must lead to, such as two holders of two permits at once. */
    record Unreachable(
            Fault fault, String message, @Nullable Location location, String state) implements Finding {}

    /** No sequential order of these calls, each taking effect between its begin and its end, gives these results. */
    record NotLinearizable(
            Fault fault,
            String message,
            @Nullable Location location,
            List<Call> history,
            List<Step> schedule,
            @Nullable String replay)
            implements Finding {
        public NotLinearizable {
            history = List.copyOf(history);
            schedule = List.copyOf(schedule);
        }
    }

    /** A measured cost is beyond the stated multiple of the reference. */
    record TooSlow(Fault fault, String message, double ratio, double floor, int pairs) implements Finding {
        @Override
        public @Nullable Location location() {
            return null;
        }
    }

    /** The submission uses a class or member that this exercise forbids. */
    record ForbiddenApi(
            Fault fault, String message, @Nullable Location location, String member) implements Finding {}

    /** The sources are missing, unreadable, do not compile, or lack what the contract names. */
    record Unusable(Fault fault, String message, @Nullable Location location) implements Finding {}

    /** The code ended or broke the process it ran in, or threw what it may not throw. */
    record Crash(
            Fault fault,
            String message,
            @Nullable Location location,
            List<Step> schedule,
            @Nullable String replay) implements Finding {
        public Crash {
            schedule = List.copyOf(schedule);
        }

        /** Seen without exploration. */
        public Crash(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, List.of(), null);
        }
    }
}
