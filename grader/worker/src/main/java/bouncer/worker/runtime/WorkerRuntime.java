package bouncer.worker.runtime;

import bouncer.checks.Call;
import bouncer.checks.CheckRuntime;
import bouncer.checks.ExecutionEnvironment;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.Finding;
import bouncer.engine.Model;
import bouncer.worker.child.ProcessCalls;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Connects the helpers of checks to {@link CheckContext} and to the environment that they run in. Stateless. */
public final class WorkerRuntime implements CheckRuntime {

    @Override
    public void begin(boolean virtualThreads, long seed, Fault declared) {
        CheckContext.begin(virtualThreads, seed);
        CheckContext.declare(declared);
    }

    @Override
    public ExecutionEnvironment environment() {
        return CheckContext.exploring() && Model.active() ? ModelEnvironment.INSTANCE : RealEnvironment.INSTANCE;
    }

    @Override
    public boolean onVirtualThreads() {
        return CheckContext.onVirtualThreads();
    }

    @Override
    public Fault declaredFault() {
        return CheckContext.declared();
    }

    @Override
    public long seed() {
        return CheckContext.seed();
    }

    @Override
    public void progress() {
        CheckContext.progress();
    }

    @Override
    public void stressed(long rounds, int threads) {
        CheckContext.record(new CheckCoverage.Stressed(rounds, threads));
    }

    @Override
    public void timed(double ratio, double floor, int pairs, List<Double> submission, List<Double> reference) {
        CheckContext.record(new CheckCoverage.Timed(ratio, floor, pairs, submission, reference));
    }

    @Override
    public Thread start(String name, Runnable body) {
        return ThreadStarter.start(name, body);
    }

    @Override
    public void failed(Throwable thrown) {
        CheckContext.failed(thrown);
    }

    @Override
    public void expect(Fault fault, String message) {
        CheckContext.expect(contract(fault, message));
    }

    @Override
    public void expectNothing() {
        CheckContext.expect(null);
    }

    @Override
    public void expectMeeting(Fault fault, String message, BooleanSupplier isWaitedFor) {
        CheckContext.expectMeeting(() -> isWaitedFor.getAsBoolean() ? contract(fault, message) : null);
    }

    @Override
    public void meaningOf(String message, Fault fault) {
        CheckContext.meaningOf(message, fault);
    }

    @Override
    public void lateOutput(long nanos) {
        ProcessCalls.holdBackOutput(nanos);
    }

    @Override
    public void childPace(double times) {
        ProcessCalls.pace(times);
    }

    @Override
    public void javaOnPath(boolean there) {
        ProcessCalls.javaOnPath(there);
    }

    @Override
    public AssertionError broken(Fault fault, String message) {
        return new CheckFailure(contract(fault, message));
    }

    @Override
    public AssertionError spinning(Fault fault, String message, StackTraceElement @Nullable [] stack) {
        return new CheckFailure(new Finding.Spinning(fault, message, stack == null ? null : CheckContext.place(stack)));
    }

    @Override
    public AssertionError notLinearizable(Fault fault, String message, List<Call> calls) {
        return new CheckFailure(new Finding.NotLinearizable(fault, message, null, calls, List.of(), null));
    }

    @Override
    public AssertionError tooSlow(Fault fault, String message, double ratio, double floor, int pairs) {
        return new CheckFailure(new Finding.TooSlow(fault, message, ratio, floor, pairs));
    }

    @Override
    public boolean isFailure(Throwable thrown) {
        return thrown instanceof CheckFailure;
    }

    private static Finding contract(Fault fault, String message) {
        return new Finding.ContractBroken(fault, message, null);
    }
}
