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
 * Tells the referee which checks a run will ask for, so that it can judge several exercises at once, each in the order of
 * judging. Found by the JUnit Platform with {@link java.util.ServiceLoader}; used by one thread.
 */
public final class CheckPlanListener implements TestExecutionListener {
    /** Made by ServiceLoader. */
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
