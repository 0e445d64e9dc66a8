package bouncer.checks;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The services that the helpers of this package need from the process that runs checks. The worker implements it;
 * authors of checks do not use it. One check runs at a time in a process. Implementations are thread-safe, and none of
 * their methods orders memory between threads unless it says so.
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

    /** Starts a new check and clears all state of the previous one. */
    void begin(boolean virtualThreads, long seed, Fault declared);

    /** Returns the machine that the calling thread runs on: the real one or, under exploration, a model. */
    ExecutionEnvironment environment();

    /** Returns true if the check's own threads must be virtual threads. */
    boolean onVirtualThreads();

    /** Returns the fault that the annotation of the running check names. */
    Fault declaredFault();

    /** Returns the seed for everything random in the check. */
    long seed();

    /** Records progress of the check: a round or a measurement is done. */
    void progress();

    /** Records how many rounds have been run, and the largest number of threads in one. */
    void stressed(long rounds, int threads);

    /** Records a measurement; the parameters are the components of {@code CheckCoverage.Timed}. */
    void timed(double ratio, double floor, int pairs, List<Double> submission, List<Double> reference);

    /**
     * Starts a thread of the real machine, of the kind that the check asks for. This call happens-before the body.
     *
     * @throws Inconclusive if the check asks for virtual threads and this JDK has none
     */
    Thread start(String name, Runnable body);

    /**
     * Records that a thread of the check ended with this throwable, which may be why other threads wait without end.
     */
    void failed(Throwable thrown);

    /** Sets the fault and message with which a standstill is reported, until {@link #expectNothing}. */
    void expect(Fault fault, String message);

    /** Cancels {@link #expect}. */
    void expectNothing();

    /**
     * Sets the fault and message of a standstill while the supplier returns true, which says that threads wait there.
     */
    void expectMeeting(Fault fault, String message, BooleanSupplier isWaitedFor);

    /**
     * Sets the fault to report if the state of this message is never reached, or if a thread waits where it must not.
     */
    void meaningOf(String message, Fault fault);

    /**
     * Delays the output of the submission's child processes until this many nanoseconds after their end; 0 for no
     * delay.
     */
    void lateOutput(long nanos);

    /** Speeds up the submission's clocks by this factor while its next child process is alive; 1 is the usual pace. */
    void childPace(double times);

    /** Sets whether the submission can start {@code java} by its bare name. */
    void javaOnPath(boolean there);

    /** Creates the failure of a broken expectation. */
    AssertionError broken(Fault fault, String message);

    /**
     * Creates the failure of a thread that uses processor time where it should sleep.
     *
     * @param stack a stack trace of the thread, in which the submission's line is looked up, or null
     */
    AssertionError spinning(Fault fault, String message, StackTraceElement @Nullable [] stack);

    /** Creates the failure of calls that no sequential order explains. */
    AssertionError notLinearizable(Fault fault, String message, List<Call> calls);

    /** Creates the failure of a measurement beyond its limit; {@code ratio} and {@code floor} as in {@link #timed}. */
    AssertionError tooSlow(Fault fault, String message, double ratio, double floor, int pairs);

    /** Returns true if one of the methods above created this throwable. */
    boolean isFailure(Throwable thrown);

    /** Loads the implementation on first use. */
    final class Holder {
        private static final CheckRuntime INSTANCE = ServiceLoader.load(
                        CheckRuntime.class, CheckRuntime.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bouncer-worker is not on the class path"));

        private Holder() {}
    }
}
