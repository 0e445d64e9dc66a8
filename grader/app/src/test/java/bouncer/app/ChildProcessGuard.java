package bouncer.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test class of this module that leaves child processes behind. Jupiter finds it by autodetection, and runs
 * it after the class's own {@code @AfterAll} methods.
 */
public final class ChildProcessGuard implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ChildProcessGuard.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);

    /** Called by ServiceLoader. */
    public ChildProcessGuard() {}

    /** Returns the processes that this one and its descendants have started and that have not ended. */
    private static Set<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .collect(Collectors.toSet());
    }

    /** Describes a process by what does not change while it runs, unlike {@link ProcessHandle.Info#toString}. */
    public static String describe(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return process.pid() + ", started "
                + info.startInstant().map(Object::toString).orElse("at an unknown time") + ": "
                + info.commandLine().or(info::command).orElse("an unknown command");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isOwn(context)) {
            context.getStore(STORE).put("before", children());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Set<?> before = context.getStore(STORE).get("before", Set.class);
        if (!isOwn(context) || before == null) {
            return;
        }
        try {
            await().atMost(TIME_TO_END).until(() -> before.containsAll(children()));
        } catch (ConditionTimeoutException e) {
            List<String> left = children().stream()
                    .filter(child -> !before.contains(child))
                    .map(ChildProcessGuard::describe)
                    .toList();
            throw new AssertionError(
                    context.getRequiredTestClass().getName() + " left child processes behind: " + left, e);
        }
    }

    /** Returns false for classes of checks, which tests run in another JVM with the same class path. */
    private static boolean isOwn(ExtensionContext context) {
        return context.getRequiredTestClass().getPackageName().startsWith("bouncer.");
    }
}
