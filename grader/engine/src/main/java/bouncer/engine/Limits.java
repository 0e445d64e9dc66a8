package bouncer.engine;

import java.util.function.Consumer;

/**
 * How far a search goes and what it may choose. All budgets count steps and executions, never seconds, so that the
 * verdict is a function of the program and these numbers alone.
 *
 * @param executions most executions of the whole search, at least 1; one of many steps counts for one per hundred, so that two
 *     threads that can get in each other's way for ever don't make the search endless
 * @param steps most steps of one execution; one that goes beyond is cut and the search is no longer complete
 * @param spins how often a thread may look again at what has not changed before it counts as waiting by spinning
 * @param timeoutsAsChoices whether a timed wait may end by its timeout at any moment; otherwise time passes only when
 *     nothing else can run
 * @param spuriousWakeups whether waits and parks may end for no reason (at most this many times in an execution)
 * @param spinningFails whether a thread that waits by spinning is a failure at once; otherwise only if nobody ever
 *     changes what it looks at
 * @param threadDeathFails whether an exception that ends a thread with no handler of its own is a failure
 * @param racesFail whether a data race is a failure; otherwise only what it leads to in sequentially consistent executions,
 *     with plain accesses as steps
 * @param policy how schedules are picked
 * @param seed of the random policies, mixed with a hash of the program
 * @param carrier what model threads run on
 */
public record Limits(
        long executions,
        int steps,
        int spins,
        boolean timeoutsAsChoices,
        int spuriousWakeups,
        boolean spinningFails,
        boolean threadDeathFails,
        boolean racesFail,
        Policy policy,
        long seed,
        CarrierKind carrier) {

    /** How schedules are picked. */
    public enum Policy {
        /** Random schedules first, then DPOR to the end, then sampling if that is too far: what a verdict needs. */
        PORTFOLIO,
        /** Source-DPOR with sleep sets. */
        DPOR,
        /** Depth first with sleep sets. */
        SLEEP_SETS,
        /** Depth first, every interleaving. */
        DFS,
        /** Uniformly random choices. */
        RANDOM,
        /** Selectively uniform random walk. */
        SURW
    }

    /** What model threads run on. The schedules are the same on each. */
    public enum CarrierKind {
        /** Continuations where this JVM offers them and they pass a self-test, else parked threads. */
        BEST,
        /** Pooled platform threads that hand over by park and unpark. */
        PARK,
        /** Continuations; fails where this JVM does not offer them. */
        CONTINUATION
    }

    /** The limits that a small scenario needs: 50,000 executions of at most 5,000 steps. */
    public static Limits standard() {
        return new Limits(50_000, 5_000, 1_000, false, 0, false, true, true, Policy.PORTFOLIO, 0, CarrierKind.BEST);
    }

    /** The same with another number of executions. */
    public Limits withExecutions(long most) {
        return with(all -> all.executions = most);
    }

    /** The same with another number of steps. */
    public Limits withSteps(int most) {
        return with(all -> all.steps = most);
    }

    /** The same with timed waits that may end at any moment, or not. */
    public Limits withTimeoutsAsChoices(boolean choices) {
        return with(all -> all.timeoutsAsChoices = choices);
    }

    /** The same with this many spurious wake-ups allowed in an execution. */
    public Limits withSpuriousWakeups(int most) {
        return with(all -> all.spuriousWakeups = most);
    }

    /** The same where waiting by spinning is a failure, or not. */
    public Limits withSpinningFails(boolean fails) {
        return with(all -> all.spinningFails = fails);
    }

    /** The same where a thread that dies of an exception is a failure, or not. */
    public Limits withThreadDeathFails(boolean fails) {
        return with(all -> all.threadDeathFails = fails);
    }

    /** The same under another policy. */
    public Limits withPolicy(Policy other) {
        return with(all -> all.policy = other);
    }

    /** The same with another seed. */
    public Limits withSeed(long other) {
        return with(all -> all.seed = other);
    }

    /** The same on another carrier. */
    public Limits withCarrier(CarrierKind other) {
        return with(all -> all.carrier = other);
    }

    /** The same where a data race is a failure, or not. */
    public Limits withRacesFail(boolean fail) {
        return with(all -> all.racesFail = fail);
    }

    private Limits with(Consumer<Copy> change) {
        Copy all = new Copy(this);
        change.accept(all);
        return all.limits();
    }

    /** All of them, to change one. */
    private static final class Copy {
        long executions;
        int steps;
        int spins;
        boolean timeoutsAsChoices;
        int spuriousWakeups;
        boolean spinningFails;
        boolean threadDeathFails;
        boolean racesFail;
        Policy policy;
        long seed;
        CarrierKind carrier;

        Copy(Limits of) {
            executions = of.executions;
            steps = of.steps;
            spins = of.spins;
            timeoutsAsChoices = of.timeoutsAsChoices;
            spuriousWakeups = of.spuriousWakeups;
            spinningFails = of.spinningFails;
            threadDeathFails = of.threadDeathFails;
            racesFail = of.racesFail;
            policy = of.policy;
            seed = of.seed;
            carrier = of.carrier;
        }

        Limits limits() {
            return new Limits(
                    executions,
                    steps,
                    spins,
                    timeoutsAsChoices,
                    spuriousWakeups,
                    spinningFails,
                    threadDeathFails,
                    racesFail,
                    policy,
                    seed,
                    carrier);
        }
    }
}
