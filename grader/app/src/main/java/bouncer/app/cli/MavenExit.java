package bouncer.app.cli;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends Maven's JVM after a failed check, once the board is printed. Otherwise Maven would repeat each failure and print
 * general advice about stack traces and plugins. The exit code is that of a failed build. It does so only if the system
 * property {@code bouncer.exit} is true, as in {@code exercises/all}, because an IDE ends its JVM itself. JUnit's
 * launcher finds this class with {@link java.util.ServiceLoader} and uses it from one thread.
 */
public final class MavenExit implements TestExecutionListener {
    private boolean failed;

    /** Called by ServiceLoader. */
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
