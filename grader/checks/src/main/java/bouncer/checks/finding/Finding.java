package bouncer.checks.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a submission. Every kind is immutable data; {@link #message} is one readable sentence or two. */
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
    default List<Waiter> waiters() {
        return List.of();
    }

    /** A promise of the contract was broken in a way that needs no second thread's luck to show. */
    record ContractBroken(
            Fault fault, String message, @Nullable Location location) implements Finding {}

    /** Threads together produced a value or a state that no correct class can produce; steps are empty when unknown. */
    record WrongResult(
            Fault fault,
            String message,
            @Nullable Location location,
            List<Step> schedule,
            @Nullable String replay) implements Finding {}

    /** Threads wait for each other in a cycle. */
    record Deadlock(Fault fault, String message, @Nullable Location location, List<Waiter> waiters) implements Finding {}

    /** Threads wait for something that nobody is left to do. */
    record Stuck(Fault fault, String message, @Nullable Location location, List<Waiter> waiters) implements Finding {}

    /** A thread runs without end, or burns a core where it should sleep. */
    record Spinning(Fault fault, String message, @Nullable Location location) implements Finding {}

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
    record Crash(Fault fault, String message, @Nullable Location location) implements Finding {}
}
