package bouncer.checks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Expectations for checks. An expectation can name the fault that its failure shows, which helps in checks that can
 * fail for different reasons. Without a name, and in assertions of AssertJ and JUnit, a failure shows the fault that
 * the check's annotation names. Stateless.
 */
@SuppressWarnings("AnnotateFormatMethod") // authors of checks do not depend on Error Prone's annotations
public final class Expect {
    private Expect() {}

    /** As {@link #that(boolean, Fault, String, Object...)}, with the fault that the check's annotation names. */
    public static void that(boolean condition, String message, @Nullable Object... args) {
        that(condition, CheckRuntime.get().declaredFault(), message, args);
    }

    /**
     * As {@link #equal(Object, Object, Fault, String, Object...)}, with the fault that the check's annotation names.
     */
    public static void equal(
            @Nullable Object actual, @Nullable Object expected, String message, @Nullable Object... args) {
        equal(actual, expected, CheckRuntime.get().declaredFault(), message, args);
    }

    /** As {@link #throwing(Class, Fault, String, Action)}, with the fault that the check's annotation names. */
    public static <T extends Throwable> T throwing(Class<T> kind, String message, Action action) {
        return throwing(kind, CheckRuntime.get().declaredFault(), message, action);
    }

    /** Fails the check with the fault that its annotation names; the message is a format string. */
    public static void fail(String message, @Nullable Object... args) {
        fail(CheckRuntime.get().declaredFault(), message, args);
    }

    /** As {@link #noWait(Fault, String, Action)}, with the fault that the check's annotation names. */
    public static void noWait(String message, Action action) throws Exception {
        noWait(CheckRuntime.get().declaredFault(), message, action);
    }

    /** Fails the check with this fault unless the condition holds; the message is a format string. */
    public static void that(boolean condition, Fault fault, String message, @Nullable Object... args) {
        if (!condition) {
            throw failure(fault, message, args);
        }
    }

    /**
     * Fails the check unless the values are equal. The message names what was compared; both values are added to it.
     */
    public static void equal(
            @Nullable Object actual, @Nullable Object expected, Fault fault, String message, @Nullable Object... args) {
        if (!Objects.equals(actual, expected)) {
            String what = args.length == 0 ? message : String.format(message, args);
            throw failure(fault, "%s: expected %s, but it is %s", what, shown(expected), shown(actual));
        }
    }

    /** Puts text in quotes, which show where it begins and ends, and that it may be empty. */
    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof String text ? '"' + text + '"' : value;
    }

    /**
     * Fails the check unless the action throws this kind of throwable.
     *
     * @return what the action threw
     */
    public static <T extends Throwable> T throwing(Class<T> kind, Fault fault, String message, Action action) {
        Throwable thrown = thrownBy(action);
        if (kind.isInstance(thrown)) {
            return kind.cast(thrown);
        }
        // Only the class name: a message comes from code of the submission, which FailureTranslator calls with a time
        // limit.
        throw failure(
                fault,
                "%s: expected %s, but %s",
                message,
                kind.getSimpleName(),
                thrown == null ? "nothing was thrown" : thrown.getClass().getName() + " was thrown");
    }

    /** Fails the check with this fault; the message is a format string. */
    public static void fail(Fault fault, String message, @Nullable Object... args) {
        throw failure(fault, message, args);
    }

    /**
     * Runs the action. Under exploration, the check fails with this fault if the calling thread waits during the action
     * in any schedule, however briefly, but for a thread that the submission has started itself. For calls on one
     * instance that must not depend on other instances. On the real machine, where such a wait cannot be distinguished from a pause of the machine, nothing is
     * checked.
     *
     * @param message the finding's message, one sentence
     */
    public static void noWait(Fault fault, String message, Action action) throws Exception {
        CheckRuntime.get().meaningOf(message, fault);
        ExecutionEnvironment world = ExecutionEnvironment.current();
        world.mustNotWait(message);
        try {
            action.run();
        } finally {
            world.mustNotWait(null);
        }
    }

    private static AssertionError failure(Fault fault, String message, @Nullable Object... args) {
        String text = args.length == 0 ? message : String.format(message, args);
        return CheckRuntime.get().broken(fault, text);
    }

    private static @Nullable Throwable thrownBy(Action action) {
        try {
            action.run();
            return null;
        } catch (Throwable thrown) {
            if (ExecutionEnvironment.current().isEnd(thrown)
                    || CheckRuntime.get().isFailure(thrown)
                    || thrown instanceof VirtualMachineError) {
                throw SneakyThrow.sneaky(thrown);
            }
            return thrown;
        }
    }
}
