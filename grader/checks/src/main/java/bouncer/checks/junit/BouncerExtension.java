package bouncer.checks.junit;

import bouncer.checks.CheckRuntime;
import bouncer.checks.ChecksFor;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.junit.Referee.CheckMethod;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Reports the worker's result of each check to Jupiter. The body of the check runs in the worker process and not here,
 * unless {@link #isDebugging} says otherwise. Jupiter finds this extension by autodetection and asks it about every
 * test class; classes without {@link ChecksFor} are left as they are.
 */
public final class BouncerExtension implements TestTemplateInvocationContextProvider, ExecutionCondition {
    /** Called by ServiceLoader. */
    public BouncerExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isOfChecks(context)) {
            return ConditionEvaluationResult.enabled("not a class of checks");
        }
        String slug = slug(context);
        return referee(context).leavesOut(slug)
                ? ConditionEvaluationResult.disabled(slug + " was not asked for")
                : ConditionEvaluationResult.enabled(slug);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return isOfChecks(context);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        String slug = slug(context);
        CheckMethod method = new CheckMethod(
                slug,
                context.getRequiredTestClass().getName(),
                context.getRequiredTestMethod().getName());
        return referee(context).variants(method).stream().map(id -> new Variant(slug, id));
    }

    /** Keeps the referee in the root store, which Jupiter closes after the last test; closing it shows the board. */
    private static Referee referee(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BouncerExtension.class))
                .computeIfAbsent(Referee.class, key -> Referees.get(), Referee.class);
    }

    private static boolean isOfChecks(ExtensionContext context) {
        return context.getTestClass()
                .filter(type -> type.isAnnotationPresent(ChecksFor.class))
                .isPresent();
    }

    private static String slug(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(ChecksFor.class).value();
    }

    private record Variant(String slug, String id) implements TestTemplateInvocationContext, InvocationInterceptor {
        @Override
        public String getDisplayName(int invocationIndex) {
            return id.substring(id.indexOf('#') + 1);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        /** Skips the method, because the worker calls it; here it would run with the stubs. */
        @Override
        public void interceptBeforeEachMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> context,
                ExtensionContext extensionContext)
                throws Throwable {
            onlyWhenDebugging(invocation);
        }

        /** As {@link #interceptBeforeEachMethod}. */
        @Override
        public void interceptAfterEachMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> context,
                ExtensionContext extensionContext)
                throws Throwable {
            onlyWhenDebugging(invocation);
        }

        private static void onlyWhenDebugging(Invocation<@Nullable Void> invocation) throws Throwable {
            if (isDebugging()) {
                invocation.proceed();
            } else {
                invocation.skip();
            }
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> context,
                ExtensionContext extensionContext)
                throws Throwable {
            if (isDebugging()) {
                CheckRuntime.get()
                        .begin(
                                id.endsWith("[virtual]"),
                                id.hashCode(),
                                Objects.requireNonNull(CheckInfo.of(context.getExecutable()))
                                        .fault());
                invocation.proceed();
                return;
            }
            invocation.skip();
            report(Referees.get().result(slug, id));
        }
    }

    /**
     * Returns true if checks run in the test's own JVM, where breakpoints work: when the system property {@code
     * bouncer.debug} or the environment variable {@code BOUNCER_DEBUG} is set. Nothing is judged and no time limit
     * holds then, and an explored check runs once, in the order that the real machine happens to choose.
     */
    static boolean isDebugging() {
        return System.getProperty("bouncer.debug") != null || System.getenv("BOUNCER_DEBUG") != null;
    }

    private static void report(CheckResult result) {
        switch (result.outcome()) {
            case PASSED -> {}
            case FAILED -> throw failure(result);
            case SKIPPED, INCONCLUSIVE -> throw new TestAbortedException(result.note());
            case ERROR -> throw new IllegalStateException("Bouncer itself failed here: " + result.note());
        }
    }

    private static AssertionFailedError failure(CheckResult result) {
        Finding first = result.findings().get(0);
        Location at = first.location();
        var error =
                new AssertionFailedError(first.message() + (at == null || at.line() == 0 ? "" : " (at " + at + ")"));
        String method = result.id().substring(result.id().indexOf('#') + 1);
        String checks = result.id().substring(0, result.id().indexOf('#'));
        // The student needs only the frame of their own code; the frames of Bouncer and JUnit would hide it.
        error.setStackTrace(new StackTraceElement[] {
            at == null || at.line() == 0
                    ? new StackTraceElement(checks, method, null, -1)
                    : new StackTraceElement(
                            at.file().replace(".java", "").replace('/', '.'),
                            method,
                            at.file().substring(at.file().lastIndexOf('/') + 1),
                            at.line())
        });
        return error;
    }
}
