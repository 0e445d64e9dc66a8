package bouncer.checks.result;

import bouncer.checks.Call;
import bouncer.checks.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A defect of a submission. All kinds are immutable. {@link #message} is one or two sentences for the student. Kinds
 * that an exploration can find have the schedule that leads to the defect and the token that repeats it; the schedule
 * is empty and the token null if the real machine showed the defect.
 */
public sealed interface Finding {

    /** Returns the fault of the catalogue that this finding belongs to. */
    Fault fault();

    /** Returns what happened, for the student. */
    String message();

    /** Returns the line of the submission, or null if there is none to show. */
    @Nullable
    Location location();

    /** Returns the steps that lead to the defect, in order; empty if they are unknown. */
    default List<Step> schedule() {
        return List.of();
    }

    /** Returns the token that repeats the execution, or null if there is none. */
    default @Nullable String replay() {
        return null;
    }

    /** Returns the threads that wait at the end; empty if there are none. */
    default List<WaitingThread> waiters() {
        return List.of();
    }

    /**
     * The contract was broken.
     *
     * @param expected what the contract promises, as text, or null if the message alone says it
     * @param actual what the submission did instead, as text, or null
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

        /** Creates a finding of the real machine, without schedule and token. */
        public ContractBroken(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, null, null, List.of(), null);
        }
    }

    /**
     * Several threads produced a value or a state that a correct class cannot produce.
     *
     * @param expected the correct value, as text, or null if the message alone says it
     * @param actual the value that the threads produced, as text, or null
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

        /** Creates a finding without separate expected and actual values. */
        public WrongResult(
                Fault fault,
                String message,
                @Nullable Location location,
                List<Step> schedule,
                @Nullable String replay) {
            this(fault, message, location, null, null, schedule, replay);
        }
    }

    /** Two accesses to one variable, at least one of them a write, are not ordered by happens-before. */
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

        /** Creates a finding of the real machine, without schedule and token. */
        public Deadlock(Fault fault, String message, @Nullable Location location, List<WaitingThread> waiters) {
            this(fault, message, location, waiters, List.of(), null);
        }
    }

    /** Threads wait, and no thread is left that could wake them. */
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

        /** Creates a finding of the real machine, without schedule and token. */
        public Stuck(Fault fault, String message, @Nullable Location location, List<WaitingThread> waiters) {
            this(fault, message, location, waiters, List.of(), null);
        }
    }

    /** A thread runs without end, or uses processor time where it should sleep. */
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

        /** Creates a finding of the real machine, without schedule and token. */
        public Spinning(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, List.of(), List.of(), null);
        }
    }

    /** No schedule reaches a state that must be reachable, such as two holders of two permits at the same time. */
    record Unreachable(
            Fault fault, String message, @Nullable Location location, String state) implements Finding {}

    /**
     * No sequential order of these calls, in which each takes effect between its begin and its end, explains their
     * results.
     */
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

    /** A measured cost is beyond the accepted multiple of the cost of the reference. */
    record TooSlow(Fault fault, String message, double ratio, double floor, int pairs) implements Finding {
        @Override
        public @Nullable Location location() {
            return null;
        }
    }

    /** The submission uses a class or member that this exercise forbids. */
    record ForbiddenApi(
            Fault fault, String message, @Nullable Location location, String member) implements Finding {}

    /** The sources are missing or unreadable, do not compile, or lack a member that the contract names. */
    record Unusable(Fault fault, String message, @Nullable Location location) implements Finding {}

    /** The submission ended or broke its process, or threw an exception that the contract does not allow. */
    record Crash(
            Fault fault,
            String message,
            @Nullable Location location,
            List<Step> schedule,
            @Nullable String replay) implements Finding {
        public Crash {
            schedule = List.copyOf(schedule);
        }

        /** Creates a finding of the real machine, without schedule and token. */
        public Crash(Fault fault, String message, @Nullable Location location) {
            this(fault, message, location, List.of(), null);
        }
    }
}
