package bouncer.engine;

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
        VERDICT,
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
        return new Limits(50_000, 5_000, 1_000, false, 0, false, true, true, Policy.VERDICT, 0, CarrierKind.BEST);
    }

    /** The same with another number of executions. */
    public Limits withExecutions(long most) {
        return new Limits(
                most,
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

    /** The same with another number of steps. */
    public Limits withSteps(int most) {
        return new Limits(
                executions,
                most,
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

    /** The same with timed waits that may end at any moment, or not. */
    public Limits withTimeoutsAsChoices(boolean choices) {
        return new Limits(
                executions,
                steps,
                spins,
                choices,
                spuriousWakeups,
                spinningFails,
                threadDeathFails,
                racesFail,
                policy,
                seed,
                carrier);
    }

    /** The same with this many spurious wake-ups allowed in an execution. */
    public Limits withSpuriousWakeups(int most) {
        return new Limits(
                executions,
                steps,
                spins,
                timeoutsAsChoices,
                most,
                spinningFails,
                threadDeathFails,
                racesFail,
                policy,
                seed,
                carrier);
    }

    /** The same where waiting by spinning is a failure, or not. */
    public Limits withSpinningFails(boolean fails) {
        return new Limits(
                executions,
                steps,
                spins,
                timeoutsAsChoices,
                spuriousWakeups,
                fails,
                threadDeathFails,
                racesFail,
                policy,
                seed,
                carrier);
    }

    /** The same where a thread that dies of an exception is a failure, or not. */
    public Limits withThreadDeathFails(boolean fails) {
        return new Limits(
                executions,
                steps,
                spins,
                timeoutsAsChoices,
                spuriousWakeups,
                spinningFails,
                fails,
                racesFail,
                policy,
                seed,
                carrier);
    }

    /** The same under another policy. */
    public Limits withPolicy(Policy other) {
        return new Limits(
                executions,
                steps,
                spins,
                timeoutsAsChoices,
                spuriousWakeups,
                spinningFails,
                threadDeathFails,
                racesFail,
                other,
                seed,
                carrier);
    }

    /** The same with another seed. */
    public Limits withSeed(long other) {
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
                other,
                carrier);
    }

    /** The same on another carrier. */
    public Limits withCarrier(CarrierKind other) {
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
                other);
    }

    /** The same where a data race is a failure, or not. */
    public Limits withRacesFail(boolean fail) {
        return new Limits(
                executions,
                steps,
                spins,
                timeoutsAsChoices,
                spuriousWakeups,
                spinningFails,
                threadDeathFails,
                fail,
                policy,
                seed,
                carrier);
    }
}
