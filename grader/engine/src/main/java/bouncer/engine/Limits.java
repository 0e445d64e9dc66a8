package bouncer.engine;

/**
 * How far a search goes and what it may choose. All budgets count steps and executions, never seconds, so that the
 * verdict is a function of the program and these numbers alone. Immutable: begin with {@link #standard}, and change
 * what differs.
 */
public final class Limits {
    private static final Limits STANDARD = new Limits();

    private long executions = 50_000;
    private int steps = 5_000;
    private int spins = 1_000;
    private boolean timeoutsAsChoices;
    private int spuriousWakeups;
    private boolean racesFail = true;
    private Policy policy = Policy.PORTFOLIO;
    private long seed;
    private CarrierKind carrier = CarrierKind.BEST;

    private Limits() {}

    /** A copy, which is changed before anyone else sees it. */
    private Limits(Limits from) {
        executions = from.executions;
        steps = from.steps;
        spins = from.spins;
        timeoutsAsChoices = from.timeoutsAsChoices;
        spuriousWakeups = from.spuriousWakeups;
        racesFail = from.racesFail;
        policy = from.policy;
        seed = from.seed;
        carrier = from.carrier;
    }

    /** How schedules are picked. */
    public enum Policy {
        /**
         * What a verdict needs: source-DPOR for 300 executions; a schedule that starves each thread in turn; 200 random
         * schedules; source-DPOR for four fifths of what is left; all schedules with ever more preemptions, each number
         * for half of the rest at most; SURW until the executions are used up. It ends with the first failure, or when
         * there is nothing left to try.
         */
        PORTFOLIO,
        /** Source-DPOR with sleep sets and wakeup trees (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014). */
        DPOR,
        /** Depth first with sleep sets (Godefroid 1996). */
        SLEEP_SETS,
        /** Depth first, every interleaving. */
        DFS,
        /** Uniformly random choices. */
        RANDOM,
        /** Selectively uniform random walk (Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025). */
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

    /** The limits that a small scenario needs: 50,000 executions of at most 5,000 steps, a data race is a failure. */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * Most executions of the whole search, at least 1. One of many steps counts for one per hundred, so that two
     * threads that can get in each other's way without end do not make the search endless.
     */
    public long executions() {
        return executions;
    }

    /** The same with another number of {@link #executions}. */
    public Limits withExecutions(long most) {
        Limits limits = new Limits(this);
        limits.executions = most;
        return limits;
    }

    /** Most steps of one execution; one with more is cut, and the search is not complete. */
    public int steps() {
        return steps;
    }

    /** The same with another number of {@link #steps}. */
    public Limits withSteps(int most) {
        Limits limits = new Limits(this);
        limits.steps = most;
        return limits;
    }

    /** How often a thread may look again at what has not changed before it counts as waiting by spinning. */
    public int spins() {
        return spins;
    }

    /**
     * Whether a timed wait may end by its timeout at any moment; otherwise time passes only when nothing else can run.
     */
    public boolean timeoutsAsChoices() {
        return timeoutsAsChoices;
    }

    /** The same with or without {@link #timeoutsAsChoices}. */
    public Limits withTimeoutsAsChoices(boolean choices) {
        Limits limits = new Limits(this);
        limits.timeoutsAsChoices = choices;
        return limits;
    }

    /** How many waits and parks of each thread may end without a reason in one execution. */
    public int spuriousWakeups() {
        return spuriousWakeups;
    }

    /** The same with another number of {@link #spuriousWakeups}. */
    public Limits withSpuriousWakeups(int most) {
        Limits limits = new Limits(this);
        limits.spuriousWakeups = most;
        return limits;
    }

    /**
     * Whether a data race is a failure; otherwise only what it leads to in sequentially consistent executions is, with
     * plain accesses as steps.
     */
    public boolean racesFail() {
        return racesFail;
    }

    /** The same with or without {@link #racesFail}. */
    public Limits withRacesFail(boolean fail) {
        Limits limits = new Limits(this);
        limits.racesFail = fail;
        return limits;
    }

    /** How schedules are picked. */
    public Policy policy() {
        return policy;
    }

    /** The same under another {@link #policy}. */
    public Limits withPolicy(Policy other) {
        Limits limits = new Limits(this);
        limits.policy = other;
        return limits;
    }

    /** The seed of the random policies, which is mixed with a hash of the program's entry class. */
    public long seed() {
        return seed;
    }

    /** The same with another {@link #seed}. */
    public Limits withSeed(long other) {
        Limits limits = new Limits(this);
        limits.seed = other;
        return limits;
    }

    /** What model threads run on. */
    public CarrierKind carrier() {
        return carrier;
    }

    /** The same on another {@link #carrier}. */
    public Limits withCarrier(CarrierKind other) {
        Limits limits = new Limits(this);
        limits.carrier = other;
        return limits;
    }
}
