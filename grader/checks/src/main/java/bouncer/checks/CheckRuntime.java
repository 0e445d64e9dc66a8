package bouncer.checks;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the helpers of this package need of the process that runs checks. The worker implements it; authors of checks do
 * not use it. One check runs at a time in a process. Implementations are thread-safe, and none of their methods orders
 * memory between threads unless it says so.
 */
public interface CheckRuntime {

    /**
     * Returns the implementation of this process.
     *
     * @throws IllegalStateException if the worker is not on the class path
     */
    static CheckRuntime get() {
        return Holder.INSTANCE;
    }

    /** Starts a new check: everything known of the one before is forgotten. */
    void begin(boolean virtualThreads, long seed, Fault declared);

    /** Returns the machine that the calling thread runs on: the real one or, under exploration, a model. */
    ExecutionEnvironment environment();

    /** Returns whether the check's own threads are to be virtual ones. */
    boolean onVirtualThreads();

    /** Returns the fault that the annotation of the running check names. */
    Fault declaredFault();

    /** Returns the seed for everything random in the check. */
    long seed();

    /** Notes that the check is getting on: a round or a measurement is done. */
    void progress();

    /** Notes how many rounds have been run, and with how many threads at most. */
    void stressed(long rounds, int threads);

    /** Notes a measurement; the arguments are those of the coverage that reports show. */
    void timed(double ratio, double floor, int pairs, List<Double> submission, List<Double> reference);

    /**
     * Starts a thread of the real machine, of the kind that the check asks for; what it does happens after this call.
     *
     * @throws Inconclusive if the check asks for virtual threads and this JDK has none
     */
    Thread start(String name, Runnable body);

    /** Notes that a thread of the check ended with this throwable; it explains why other threads wait in vain. */
    void failed(Throwable thrown);

    /** From now on, a standstill means this fault, until {@link #expectNothing}. */
    void expect(Fault fault, String message);

    /** Ends what {@link #expect} began. */
    void expectNothing();

    /** A standstill while threads wait there, as the supplier says, means this fault. */
    void expectMeeting(Fault fault, String message, BooleanSupplier isWaitedFor);

    /** The fault to report if this state is never reached, or if a thread waits where this message forbids it. */
    void meaningOf(String message, Fault fault);

    /** Holds back what the submission's child processes write until so many nanoseconds after their end; 0 stops that. */
    void lateOutput(long nanos);

    /** Lets time pass so many times as fast for the submission while its next child process is alive; 1 is as usual. */
    void childPace(double times);

    /** Makes the failure of a promise that was not kept. */
    AssertionError broken(Fault fault, String message);

    /**
     * Makes the failure of a thread that burns processor time.
     *
     * @param stack where it was seen, to find the submission's line, or null
     */
    AssertionError spinning(Fault fault, String message, StackTraceElement @Nullable [] stack);

    /** Makes the failure of calls that no sequential order explains. */
    AssertionError notLinearizable(Fault fault, String message, List<Call> calls);

    /** Makes the failure of a measurement beyond its limit; {@code ratio} and {@code floor} as in {@link #timed}. */
    AssertionError tooSlow(Fault fault, String message, double ratio, double floor, int pairs);

    /** Returns whether this was made by one of the methods above. */
    boolean isFailure(Throwable thrown);

    /** Loads the implementation when it is first needed. */
    final class Holder {
        private static final CheckRuntime INSTANCE = ServiceLoader.load(
                        CheckRuntime.class, CheckRuntime.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bouncer-worker is not on the class path"));

        private Holder() {}
    }
}
