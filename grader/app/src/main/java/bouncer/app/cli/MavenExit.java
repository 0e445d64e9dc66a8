package bouncer.app.cli;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends Maven's own JVM when a check failed, after the board and before Maven repeats each failure, says which options
 * show its stack traces, and links to a page about plugins. The exit code is that of a failed build. Only where the
 * system property {@code bouncer.exit} is true, as it is in {@code exercises/all}: an IDE ends its JVM itself. Found with
 * {@link java.util.ServiceLoader} by JUnit's launcher; used from one thread.
 */
public final class MavenExit implements TestExecutionListener {
    private boolean failed;

    /** Made by ServiceLoader. */
    public MavenExit() {}

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        failed |= result.getStatus() == TestExecutionResult.Status.FAILED;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (failed && Boolean.getBoolean("bouncer.exit")) {
            System.out.flush();
            System.exit(ExitCode.REJECTED);
        }
    }
}
