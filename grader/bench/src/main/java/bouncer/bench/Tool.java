package bouncer.bench;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/** A tool that runs a program under many schedules. */
enum Tool {
    /** This engine with random walks: the fairest comparison, schedule by schedule. */
    WALKS {
        @Override
        Measurement run(String program, int executions) {
            return explore(program, Policy.RANDOM, executions);
        }
    },
    /** This engine with exhaustive exploration. */
    COMPLETE {
        @Override
        Measurement run(String program, int executions) {
            return explore(program, Policy.DPOR, 100_000);
        }
    },
    LINCHECK {
        @Override
        Measurement run(String program, int executions) {
            Consumer<Workloads> body = Objects.requireNonNull(Workloads.PROGRAMS.get(program));
            COUNT.putLong(0, 0);
            long start = System.nanoTime();
            boolean found = false;
            try {
                Lincheck.runConcurrentTest(executions, () -> {
                    COUNT.putLong(0, COUNT.getLong(0) + 1);
                    body.accept(new Workloads());
                });
            } catch (LincheckAssertionError e) {
                found = true;
            }
            long nanos = System.nanoTime() - start;
            return new Measurement(COUNT.getLong(0), nanos, found, false);
        }
    };

    /** The count of executions, outside the heap, so that no tool resets it between executions. */
    private static final ByteBuffer COUNT = ByteBuffer.allocateDirect(Long.BYTES);

    /** Runs up to so many executions; the first failure ends it. */
    abstract Measurement run(String program, int executions);

    private static Measurement explore(String program, Policy policy, int executions) {
        long start = System.nanoTime();
        Exploration found = Explorer.explore(
                Program.of(Workloads.class, program),
                Limits.standard().withPolicy(policy).withExecutions(executions));
        long nanos = System.nanoTime() - start;
        if (found.outcome() instanceof Outcome.Uncontrolled lost) {
            throw new IllegalStateException(lost.reason());
        }
        return new Measurement(
                found.counts().executions(),
                nanos,
                found.outcome() instanceof Outcome.Failed,
                found.coverage() instanceof Coverage.Complete);
    }
}
