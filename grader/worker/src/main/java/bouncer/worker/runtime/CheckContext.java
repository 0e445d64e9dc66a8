package bouncer.worker.runtime;

import bouncer.checks.CheckRuntime;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of the running check, which its helpers write and its monitor reads. A worker runs one check at a time, so
 * the state is static. Thread-safe.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // kept until the monitor has read it
public final class CheckContext {
    private static volatile boolean virtual;
    private static volatile long seed;
    private static volatile Fault declared = Fault.WRONG_RESULT;
    private static volatile CheckCoverage coverage = new CheckCoverage.None();
    private static volatile boolean exploring;
    private static volatile @Nullable Finding expected;
    private static volatile @Nullable Throwable failed;
    private static volatile boolean uncaught;
    private static volatile @Nullable Thread awaited;
    private static volatile Function<StackTraceElement[], @Nullable Location> places = stack -> null;
    private static final AtomicLong PROGRESS = new AtomicLong();
    private static final ConcurrentLinkedQueue<Supplier<@Nullable Finding>> MEETINGS = new ConcurrentLinkedQueue<>();
    private static final Map<String, Fault> STATES = new ConcurrentHashMap<>();
    private static final ConcurrentLinkedQueue<Thread> STARTED = new ConcurrentLinkedQueue<>();

    private CheckContext() {}

    /** Resets the state. Called before each check. */
    public static void begin(boolean newVirtual, long newSeed) {
        virtual = newVirtual;
        seed = newSeed;
        coverage = new CheckCoverage.None();
        STATES.clear();
        STARTED.clear();
        again();
    }

    /** Clears the state of the previous execution. Called before each execution of an explored check. */
    public static void again() {
        expected = null;
        failed = null;
        uncaught = false;
        awaited = null;
        MEETINGS.clear();
        progress();
    }

    /**
     * Combines two exceptions of an execution. Called when the check or a method with {@code @AfterEach} threw; the
     * first exception keeps later ones as suppressed exceptions.
     *
     * @return the exception of the whole execution
     * @throws Throwable {@code next}, if the engine ends an execution with it, after which no more code may run
     */
    public static Throwable joined(@Nullable Throwable first, Throwable next) throws Throwable {
        if (CheckRuntime.get().environment().isEnd(next)) {
            throw next;
        }
        if (first == null || first == next) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }

    /** Says whether an exploration runs, in which helpers ask the engine whether their thread is one of its model. */
    public static void exploring(boolean now) {
        exploring = now;
    }

    static boolean exploring() {
        return exploring;
    }

    static boolean onVirtualThreads() {
        return virtual;
    }

    /** Sets the fault that the check's annotation names, which is that of expectations without a fault of their own. */
    public static void declare(Fault fault) {
        declared = fault;
    }

    static Fault declared() {
        return declared;
    }

    static long seed() {
        return seed;
    }

    /** Records the coverage; the last call counts. */
    public static void record(CheckCoverage done) {
        coverage = done;
        progress();
    }

    /** Returns the coverage that was recorded last. */
    public static CheckCoverage coverage() {
        return coverage;
    }

    static void progress() {
        PROGRESS.incrementAndGet();
    }

    /** Returns a number that changes whenever the check makes progress. */
    public static long progressed() {
        return PROGRESS.get();
    }

    /** Returns the finding that the check has announced for a standstill, or null if there is none. */
    public static @Nullable Finding standstill() {
        Finding waiting = expected;
        if (waiting != null) {
            return waiting;
        }
        for (Supplier<@Nullable Finding> meeting : MEETINGS) {
            Finding unmet = meeting.get();
            if (unmet != null) {
                return unmet;
            }
        }
        return null;
    }

    /** Returns the thread of the real machine that the check joins at the moment, or null. */
    public static @Nullable Thread awaited() {
        return awaited;
    }

    /** Returns the first throwable that ended a thread of the check, or null. */
    public static @Nullable Throwable failure() {
        return failed;
    }

    /**
     * Returns true if {@link #failure} ended a thread that the submission started. There, code that a check passes to
     * the submission may throw on purpose.
     */
    public static boolean failedInSubmissionsThread() {
        return uncaught;
    }

    /**
     * Returns the fault that was announced with this message of {@code Reach} or {@code noWait}, or null if none was.
     */
    public static @Nullable Fault unreached(String state) {
        return STATES.get(state);
    }

    /** Returns the threads that helpers started. The JDK has no public list of virtual threads. */
    public static Collection<Thread> started() {
        return List.copyOf(STARTED);
    }

    /** Sets the function that finds the submission's line in a stack. Called once by the worker. */
    public static void placesBy(Function<StackTraceElement[], @Nullable Location> finder) {
        places = finder;
    }

    static @Nullable Location place(StackTraceElement[] stack) {
        return places.apply(stack);
    }

    static void expect(@Nullable Finding ofAStandstill) {
        expected = ofAStandstill;
    }

    static void awaiting(@Nullable Thread thread) {
        awaited = thread;
    }

    static void expectMeeting(Supplier<@Nullable Finding> meeting) {
        MEETINGS.add(meeting);
    }

    static void meaningOf(String state, Fault fault) {
        STATES.put(state, fault);
    }

    static void starting(Thread thread) {
        STARTED.add(thread);
    }

    /** Records the throwable that ended a thread of the check; the first one counts. */
    static void failed(Throwable thrown) {
        if (failed == null) {
            failed = thrown;
        }
    }

    /** Records the throwable that ended a thread which no helper of the check started. */
    public static void uncaught(Throwable thrown) {
        if (failed == null) {
            uncaught = true;
            failed = thrown;
        }
    }
}
