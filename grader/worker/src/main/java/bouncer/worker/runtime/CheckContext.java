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
 * The state of the running check, as its helpers note it and its monitor reads it. One check runs at a time in a worker, so
 * this is static; thread-safe.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // kept until the watcher has asked for it
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

    /** Called before each check. */
    public static void begin(boolean newVirtual, long newSeed) {
        virtual = newVirtual;
        seed = newSeed;
        coverage = new CheckCoverage.None();
        STATES.clear();
        STARTED.clear();
        again();
    }

    /** Called before each execution of an explored check: forgets what the execution before it noted. */
    public static void again() {
        expected = null;
        failed = null;
        uncaught = false;
        awaited = null;
        MEETINGS.clear();
        progress();
    }

    /**
     * Called when the check or a method with {@code @AfterEach} threw; what was thrown first stays in front.
     *
     * @return what the execution as a whole threw
     * @throws Throwable {@code next}, if it is how the engine ends an execution: after it nothing more may run
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

    /** Called around an exploration: helpers then ask the engine whether their thread runs in its model. */
    public static void exploring(boolean now) {
        exploring = now;
    }

    static boolean exploring() {
        return exploring;
    }

    static boolean onVirtualThreads() {
        return virtual;
    }

    /** Notes the fault that the check's annotation names, which its expectations mean where they name no other. */
    public static void declare(Fault fault) {
        declared = fault;
    }

    static Fault declared() {
        return declared;
    }

    static long seed() {
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

    static void progress() {
        PROGRESS.incrementAndGet();
    }

    /** A number that changes whenever the check makes progress. */
    public static long progressed() {
        return PROGRESS.get();
    }

    /** What a standstill means according to the check, or null when it has not said. */
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

    /** The thread of the real machine whose end the check waits for, or null. */
    public static @Nullable Thread awaited() {
        return awaited;
    }

    /** The first throwable that ended a thread while others still ran, or null. */
    public static @Nullable Throwable failure() {
        return failed;
    }

    /**
     * Whether {@link #failure} ended a thread that the submission started: whatever a check gives the submission to run may
     * throw there on purpose.
     */
    public static boolean failedInSubmissionsThread() {
        return uncaught;
    }

    /** The fault of never reaching this state, or of waiting where this message forbids it; null when not announced. */
    public static @Nullable Fault unreached(String state) {
        return STATES.get(state);
    }

    /** The threads that helpers started; virtual ones are in no list of the JDK. */
    public static Collection<Thread> started() {
        return List.copyOf(STARTED);
    }

    /** Called once by the worker: how to find the submission's line in a stack. */
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

    /** Notes what ended a thread of the check; the first one counts. */
    static void failed(Throwable thrown) {
        if (failed == null) {
            failed = thrown;
        }
    }

    /** Notes what ended a thread that no helper of checks started. */
    public static void uncaught(Throwable thrown) {
        if (failed == null) {
            uncaught = true;
            failed = thrown;
        }
    }
}
