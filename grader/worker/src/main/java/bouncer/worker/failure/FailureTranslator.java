package bouncer.worker.failure;

import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.Cut;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.worker.runtime.CheckFailure;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/**
 * Turns the exception of a check into a finding. Methods of exception classes of the submission are called with a time
 * limit. Stateless.
 *
 * @param code recognises the submission's classes
 */
public record FailureTranslator(StudentCode code) {
    private static final int LONGEST = 600;
    private static final int DEEPEST = 5;
    /** The messages of the JDK and of the engine when {@link Object#wait} is called without the object's monitor. */
    private static final String NO_MONITOR = "current thread is not owner";

    /**
     * Returns the finding for a throwable. If the stack has no line of the submission, the finding is located at a
     * method that was called: the last one that the message names as a call, as in {@code get() after two resets}, or
     * else as a word, as in {@code permits after 4 releases}, or else the last one.
     *
     * @param called the methods that the thread called, the latest first, from {@link bouncer.worker.runtime.CallLog}
     */
    public Finding of(Throwable thrown, CheckInfo info, List<String> called) {
        Finding finding = of(thrown, info);
        if (finding.location() != null || called.isEmpty()) {
            return finding;
        }
        String about = called.stream()
                .filter(method -> names(finding.message(), method, "\\("))
                .findFirst()
                .or(() -> called.stream()
                        .filter(method -> names(finding.message(), method, "(e?s|e?d)?\\b"))
                        .findFirst())
                .orElse(called.get(0));
        return at(finding, code.begin(about));
    }

    private static boolean names(String message, String method, String ending) {
        String name = method.substring(method.indexOf('.') + 1, method.indexOf('('));
        return Pattern.compile("\\b" + Pattern.quote(name) + ending)
                .matcher(message)
                .find();
    }

    /** Returns the same finding with this location; kinds without a location are returned unchanged. */
    public static Finding at(Finding finding, @Nullable Location at) {
        if (finding instanceof Finding.ContractBroken f) {
            return new Finding.ContractBroken(
                    f.fault(), f.message(), at, f.expected(), f.actual(), f.schedule(), f.replay());
        } else if (finding instanceof Finding.WrongResult f) {
            return new Finding.WrongResult(
                    f.fault(), f.message(), at, f.expected(), f.actual(), f.schedule(), f.replay());
        } else if (finding instanceof Finding.NotLinearizable f) {
            return new Finding.NotLinearizable(f.fault(), f.message(), at, f.history(), f.schedule(), f.replay());
        }
        return finding;
    }

    /**
     * Describes the defect of the check, if the check and not the submission caused this throwable.
     *
     * @return one sentence for the author of the check, or null if the throwable is a finding
     */
    public @Nullable String checksOwnFault(Throwable thrown) {
        Attribution attribution = new Attribution(code);
        if (attribution.isSubmissions(thrown)) {
            return null;
        }
        String message = messageOf(thrown);
        return "The check itself threw " + thrown.getClass().getName() + attribution.checksLine(thrown)
                + (message.isEmpty() ? "" : ": " + message);
    }

    /**
     * Describes the failure of the exploration engine, if it caused this throwable and not the code that it runs.
     *
     * @return one sentence, or null if the throwable comes from the submission or from the check
     */
    public @Nullable String enginesOwnFault(Throwable thrown) {
        return Attribution.isEngines(thrown) ? "The exploration failed: " + nameOf(thrown) : null;
    }

    /** Returns the class and the message of a throwable, as far as a class of the submission cannot invent them. */
    public String nameOf(Throwable thrown) {
        String message = messageOf(thrown);
        return thrown.getClass().getName() + (message.isEmpty() ? "" : ": " + message);
    }

    /** Returns the stack traces of a throwable and of its causes, as a log shows them. */
    public String traceOf(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        SafeThrowable at = new SafeThrowable(code, thrown);
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            trace.append(depth == 0 ? "" : "Caused by: ")
                    .append(nameOf(at.thrown()))
                    .append('\n');
            for (StackTraceElement frame : at.stack()) {
                trace.append("\tat ").append(frame).append('\n');
            }
            at = at.cause();
        }
        return trace.toString();
    }

    /** Returns the finding for a throwable for which {@link #checksOwnFault} returns null. */
    public Finding of(Throwable thrown, CheckInfo info) {
        if (thrown instanceof CheckFailure failure) {
            return failure.finding();
        }
        SafeThrowable safe = new SafeThrowable(code, thrown);
        StackTraceElement[] stack = safe.stack();
        Location at = code.first(stack);
        if (thrown instanceof StackOverflowError) {
            return new Finding.Crash(Fault.STACK_OVERFLOW, "The stack overflowed: a call without end" + in(at), at);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Finding.Crash(Fault.OUT_OF_MEMORY, "The memory ran out" + in(at), at);
        }
        String message = messageOf(thrown);
        if (thrown instanceof UnsupportedOperationException && message.startsWith("not implemented")) {
            return new Finding.ContractBroken(
                    Fault.NOT_IMPLEMENTED, "A method that this check needs is not implemented yet", at);
        }
        String method = new Attribution(code).returnedNull(thrown);
        if (method != null) {
            return assertion(thrown, method + " returned null", info);
        }
        boolean submissions = stack.length > 0 && code.owns(stack[0].getClassName());
        if (thrown instanceof AssertionError && !submissions) {
            return assertion(thrown, message, info);
        }
        if (thrown instanceof IllegalMonitorStateException && message.equals(NO_MONITOR) && !submissions) {
            return new Finding.Crash(
                    Fault.WAIT_WITHOUT_LOCK,
                    "wait(), notify() or notifyAll() was called" + in(at)
                            + " by a thread that does not hold the lock of the same object",
                    at);
        }
        Location place = at != null ? at : causes(safe);
        return new Finding.Crash(
                Fault.UNEXPECTED_EXCEPTION,
                "An unexpected " + thrown.getClass().getName() + " was thrown" + in(place)
                        + (message.isEmpty() ? "" : ": " + message),
                place);
    }

    private static Finding assertion(Throwable thrown, String message, CheckInfo info) {
        String expected = null;
        String actual = null;
        if (thrown instanceof AssertionFailedError failed && failed.isExpectedDefined() && failed.isActualDefined()) {
            expected = text(failed.getExpected());
            actual = text(failed.getActual());
        }
        String sentence = sentence(message);
        return info.phase() == Phase.CONTRACT
                ? new Finding.ContractBroken(info.fault(), sentence, null, expected, actual, List.of(), null)
                : new Finding.WrongResult(info.fault(), sentence, null, expected, actual, List.of(), null);
    }

    /**
     * AssertJ's "[the count] expected: 2L but was: 1L" and JUnit's "the count ==> expected: <2> but was: <1>" as a
     * sentence.
     */
    private static String sentence(String message) {
        return message.replace("org.opentest4j.AssertionFailedError: ", "")
                .replaceAll("(?:^| ==> )expected: <(.*?)> but was: <(.*?)>", ": expected $1, but it is $2")
                .replaceFirst("^: ", "")
                .replaceFirst("^\\[(.*?)\\] ", "$1: ")
                .replaceFirst("expected: (.*) but was: ", "expected $1, but it is ")
                .replaceFirst("Expecting value to be (true|false) but was (true|false)", "expected $1, but it is $2")
                .replaceAll("\\b(-?\\d+)L\\b", "$1");
    }

    private static @Nullable String text(@Nullable ValueWrapper value) {
        return value == null ? null : cut(value.getStringRepresentation());
    }

    /** Returns the message on one line, shortened to a readable length; empty if there is none or the call fails. */
    public String messageOf(Throwable thrown) {
        String message = new SafeThrowable(code, thrown).message();
        return cut(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static String cut(String text) {
        return Cut.to(LONGEST, text);
    }

    private @Nullable Location causes(SafeThrowable thrown) {
        SafeThrowable cause = thrown.cause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Location at = code.first(cause.stack());
            if (at != null) {
                return at;
            }
            cause = cause.cause();
        }
        return null;
    }

    private static String in(@Nullable Location at) {
        return at == null ? "" : " in " + at;
    }
}
