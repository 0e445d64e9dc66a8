package bouncer.engine;

/**
 * How far a search goes and what it may choose. All budgets count steps and executions, never seconds, so that the
 * verdict is a function of the program and these numbers alone. Immutable: begin with {@link #standard}, and change
 * what differs.
 */
public final class Limits {
    /** The largest {@link #variation}. */
    public static final int VARIATIONS = 7;

    private static final Limits STANDARD = new Limits();

    private long executions = 50_000;
    private int steps = 5_000;
    private int spins = 1_000;
    private boolean timeoutsAsChoices;
    private int spuriousWakeups;
    private boolean racesFail = true;
    private Policy policy = Policy.PORTFOLIO;
    private long seed;
    private int variation;
    private int threads = 10_000;
    private CarrierKind carrier = CarrierKind.BEST;

    private Limits() {}

    /** A copy, changed before it is published. */
    private Limits(Limits from) {
        executions = from.executions;
        steps = from.steps;
        spins = from.spins;
        timeoutsAsChoices = from.timeoutsAsChoices;
        spuriousWakeups = from.spuriousWakeups;
        racesFail = from.racesFail;
        policy = from.policy;
        seed = from.seed;
        variation = from.variation;
        threads = from.threads;
        carrier = from.carrier;
    }

    /** The policy that picks schedules. */
    public enum Policy {
        /**
         * The policy for a verdict: source-DPOR for 300 executions; a schedule that starves each thread in turn; 200
         * random schedules; source-DPOR for four fifths of what is left; all schedules with ever more preemptions, each
         * number for half of the rest at most; SURW until the executions are used up. It ends with the first failure,
         * or when there is nothing left to try.
         */
        PORTFOLIO,
        /** Source-DPOR with sleep sets and wakeup trees (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014). */
        DPOR,
        /** Depth first with sleep sets (Godefroid 1996). */
        SLEEP_SETS,
        /** Depth first, every interleaving. */
        DFS,
        /** One execution for each thread, in which it is starved: others write before each of its writes. */
        STARVATION,
        /** Uniformly random choices. */
        RANDOM,
        /** Selectively uniform random walk (Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025). */
        SURW
    }

    /** The carrier of the model threads. The schedules do not depend on it. */
    public enum CarrierKind {
        /** Continuations where this JVM offers them and they pass a self-test, else parked threads. */
        BEST,
        /** Pooled platform threads that hand over by park and unpark. */
        PARK,
        /** Continuations; fails where this JVM does not offer them. */
        CONTINUATION
    }

    /**
     * Returns the limits that a small scenario needs: 50,000 executions of at most 5,000 steps, a data race is a
     * failure.
     */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * Returns the largest number of executions of the whole search, at least 1. A long execution counts once per
     * hundred steps, so that threads that can retry without end do not make the search endless.
     */
    public long executions() {
        return executions;
    }

    /** Returns a copy with another number of {@link #executions}. */
    public Limits withExecutions(long most) {
        Limits limits = new Limits(this);
        limits.executions = most;
        return limits;
    }

    /**
     * Returns the largest number of steps of one execution. A longer one is cut, and the search is not complete then.
     */
    public int steps() {
        return steps;
    }

    /** Returns a copy with another number of {@link #steps}. */
    public Limits withSteps(int most) {
        Limits limits = new Limits(this);
        limits.steps = most;
        return limits;
    }

    /** Returns how often a thread may read unchanged locations before it counts as spinning. */
    public int spins() {
        return spins;
    }

    /**
     * Returns true if a timed wait may time out at any moment; otherwise time passes only when no thread is enabled.
     */
    public boolean timeoutsAsChoices() {
        return timeoutsAsChoices;
    }

    /** Returns a copy with or without {@link #timeoutsAsChoices}. */
    public Limits withTimeoutsAsChoices(boolean choices) {
        Limits limits = new Limits(this);
        limits.timeoutsAsChoices = choices;
        return limits;
    }

    /** Returns the number of spurious wake-ups of each thread in one execution. */
    public int spuriousWakeups() {
        return spuriousWakeups;
    }

    /** Returns a copy with another number of {@link #spuriousWakeups}. */
    public Limits withSpuriousWakeups(int most) {
        Limits limits = new Limits(this);
        limits.spuriousWakeups = most;
        return limits;
    }

    /**
     * Returns true if a data race is a failure. Otherwise plain accesses are steps, and only the effects of a race in
     * sequentially consistent executions can be a failure.
     */
    public boolean racesFail() {
        return racesFail;
    }

    /** Returns a copy with or without {@link #racesFail}. */
    public Limits withRacesFail(boolean fail) {
        Limits limits = new Limits(this);
        limits.racesFail = fail;
        return limits;
    }

    /** Returns the policy that picks schedules. */
    public Policy policy() {
        return policy;
    }

    /** Returns a copy with another {@link #policy}. */
    public Limits withPolicy(Policy other) {
        Limits limits = new Limits(this);
        limits.policy = other;
        return limits;
    }

    /**
     * Returns the number of the values that chance has in a {@link Session}: identity hashes, ids of threads, random
     * numbers, what the machine has. 0 are the usual ones. ({@link Explorer} tries several by itself.)
     */
    public int variation() {
        return variation;
    }

    /**
     * Returns a copy with another {@link #variation}.
     *
     * @throws IllegalArgumentException if it is less than 0 or more than {@link #VARIATIONS}
     */
    public Limits withVariation(int number) {
        if (number < 0 || number > VARIATIONS) {
            throw new IllegalArgumentException("a variation is from 0 to " + VARIATIONS + ": " + number);
        }
        Limits limits = new Limits(this);
        limits.variation = number;
        return limits;
    }

    /** Returns the largest number of threads of an execution, ended ones included; policies may allow fewer. */
    public int threads() {
        return threads;
    }

    /** Returns a copy with another {@link #threads}. */
    public Limits withThreads(int most) {
        Limits limits = new Limits(this);
        limits.threads = most;
        return limits;
    }

    /** Returns the seed of the random policies, which is mixed with a hash of the program's entry class. */
    public long seed() {
        return seed;
    }

    /** Returns a copy with another {@link #seed}. */
    public Limits withSeed(long other) {
        Limits limits = new Limits(this);
        limits.seed = other;
        return limits;
    }

    /** Returns the kind of carrier that runs model threads. */
    public CarrierKind carrier() {
        return carrier;
    }

    /** Returns a copy with another {@link #carrier}. */
    public Limits withCarrier(CarrierKind other) {
        Limits limits = new Limits(this);
        limits.carrier = other;
        return limits;
    }
}
