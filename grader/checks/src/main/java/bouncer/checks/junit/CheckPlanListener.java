package bouncer.checks.junit;

import bouncer.checks.ChecksFor;
import bouncer.checks.junit.Referee.CheckMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Passes the checks of a test plan to the referee before the first one runs, so that it can judge several exercises in
 * parallel, each in the order of its phases. The JUnit Platform finds this listener with {@link
 * java.util.ServiceLoader} and calls it from one thread.
 */
public final class CheckPlanListener implements TestExecutionListener {
    /** Called by ServiceLoader. */
    public CheckPlanListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        List<CheckMethod> methods = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier test : plan.getDescendants(root)) {
                if (test.getSource().orElse(null) instanceof MethodSource source) {
                    ChecksFor exercise = source.getJavaClass().getAnnotation(ChecksFor.class);
                    if (exercise != null) {
                        methods.add(new CheckMethod(exercise.value(), source.getClassName(), source.getMethodName()));
                    }
                }
            }
        }
        if (!methods.isEmpty() && !BouncerExtension.isDebugging()) {
            Referees.get().plan(methods);
        }
    }
}
