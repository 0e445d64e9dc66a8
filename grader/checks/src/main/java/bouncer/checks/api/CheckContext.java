package bouncer.checks.api;

import bouncer.checks.finding.CheckCoverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the running check may know of its own run, and what its watcher may know of it. One check runs at a time in a
 * worker, so this is static state, safe to use from every thread of the check.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // kept until the watcher has asked for it
public final class CheckContext {
    private static volatile On on = On.PLATFORM;
    private static volatile long seed;
    private static volatile CheckCoverage coverage = new CheckCoverage.None();
    private static volatile boolean exploring;
    private static volatile @Nullable Finding expected;
    private static volatile @Nullable Throwable failed;
    private static volatile @Nullable Thread awaited;
    private static volatile Function<Thread, @Nullable Location> places = thread -> null;
    private static final AtomicLong PROGRESS = new AtomicLong();
    private static final ConcurrentLinkedQueue<Rendezvous> MEETINGS = new ConcurrentLinkedQueue<>();
    private static final Map<String, Fault> STATES = new ConcurrentHashMap<>();
    private static final ConcurrentLinkedQueue<Thread> STARTED = new ConcurrentLinkedQueue<>();

    private CheckContext() {}

    /** Called by whoever runs checks, before each. */
    public static void begin(On newOn, long newSeed) {
        on = newOn;
        seed = newSeed;
        coverage = new CheckCoverage.None();
        STATES.clear();
        STARTED.clear();
        again();
    }

    /** Called before each execution of an explored check: what was expected of the one before is over. */
    public static void again() {
        expected = null;
        failed = null;
        awaited = null;
        MEETINGS.clear();
    }

    /** Called around an exploration: from then on helpers ask whether they run in the engine's model. */
    public static void exploring(boolean now) {
        exploring = now;
    }

    static boolean exploring() {
        return exploring;
    }

    /** The kind of thread the check's own threads are to be. */
    public static On on() {
        return on;
    }

    /** The seed for everything random in the check. */
    public static long seed() {
        return seed;
    }

    /** Records how much was done; the last call counts. */
    public static void record(CheckCoverage done) {
        coverage = done;
        progress();
    }

    /** How much was done. */
    public static CheckCoverage coverage() {
        return coverage;
    }

    /** Tells the watcher that the check gets on: a round is done, a measurement taken. */
    public static void progress() {
        PROGRESS.incrementAndGet();
    }

    /** A number that changes whenever the check gets on. */
    public static long progressed() {
        return PROGRESS.get();
    }

    /** What a standstill means by the check's own account, or null when it said nothing. */
    public static @Nullable Finding standstill() {
        Finding waiting = expected;
        if (waiting != null) {
            return waiting;
        }
        for (Rendezvous meeting : MEETINGS) {
            Finding unmet = meeting.unmet();
            if (unmet != null) {
                return unmet;
            }
        }
        return null;
    }

    /** The thread of the real machine whose end the check waits for, or null. */
    public static @Nullable Thread awaited() {
        return awaited;
    }

    /** The first throwable that ended a thread of the check while others still ran, or null. */
    public static @Nullable Throwable failure() {
        return failed;
    }

    /** The fault that never reaching this state, or waiting where this says not to, means; null when it was not announced. */
    public static @Nullable Fault unreached(String state) {
        return STATES.get(state);
    }

    /** The threads that helpers started, virtual ones too, which no list of the JDK's need show. */
    public static Collection<Thread> started() {
        return List.copyOf(STARTED);
    }

    /** Called once by the worker: how to find the submission's line that a thread is at. */
    public static void placesBy(Function<Thread, @Nullable Location> finder) {
        places = finder;
    }

    static @Nullable Location place(Thread thread) {
        return places.apply(thread);
    }

    static void expecting(Fault fault, String otherwise) {
        expected = new Finding.ContractBroken(fault, otherwise, null);
    }

    static void expectingNothing() {
        expected = null;
    }

    static void awaiting(@Nullable Thread thread) {
        awaited = thread;
    }

    static void announce(Rendezvous meeting) {
        MEETINGS.add(meeting);
    }

    static void mustReach(String state, Fault fault) {
        STATES.put(state, fault);
    }

    static void starting(Thread thread) {
        STARTED.add(thread);
    }

    static void failed(Throwable thrown) {
        if (failed == null) {
            failed = thrown;
        }
    }
}
