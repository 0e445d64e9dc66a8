package bouncer.worker.failure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the submission or the check caused an exception. The innermost stack frame that belongs neither to
 * the JDK nor to the engine decides: if it is the submission's, in the exception or in one of its causes, the
 * submission caused it. Any other exception, except assertion errors, is a defect of the check, with two exceptions
 * that the JVM's message shows: the submission returned null where a value is needed, or lacks a member that its stub
 * has. Immutable, thread-safe.
 *
 * @param code recognises the submission's classes
 */
record Attribution(StudentCode code) {
    private static final int DEEPEST = 5;

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** Packages whose frames do not decide, because they act on behalf of their caller. */
    private static final List<String> NEUTRAL = Stream.concat(
                    JDK.stream(), Stream.of("bouncer.engine.", "bouncer.worker.child."))
            .toList();

    /**
     * Packages of the engine that throw no exception on behalf of the code they run, unlike those that stand in for
     * methods of the JDK.
     */
    private static final List<String> CORE = Stream.of(
                    "buffer", "carrier", "instrument", "memory", "run", "schedule", "search", "trace")
            .map(name -> "bouncer.engine." + name + ".")
            .toList();

    /** Class loaders that reject classes to which a submission may not link. */
    private static final List<String> GATES =
            List.of("bouncer.worker.StudentLoader", "bouncer.worker.explore.CodeSource");

    private static final Pattern RETURNED_NULL =
            Pattern.compile("because the return value of \"([\\w.$]+)\\.([\\w$]+)\\(.*?\\)\" is null");

    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)*");

    /**
     * Returns true if the engine's own code threw this: the innermost frame outside of the JDK is one of its core. A
     * stack that overflowed there was used up by the code that the engine runs.
     */
    static boolean isEngines(Throwable thrown) {
        if (thrown instanceof VirtualMachineError || !isFromJdkOrEngine(thrown.getClass())) {
            return false;
        }
        return Stream.of(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> JDK.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> CORE.stream().anyMatch(name::startsWith))
                .isPresent();
    }

    /** Returns true if methods of this throwable class can be called: the submission cannot have written them. */
    private static boolean isFromJdkOrEngine(Class<?> type) {
        return JDK.stream().anyMatch(type.getName()::startsWith)
                || type.getName().startsWith("bouncer.engine.");
    }

    /** Returns true if the submission, and not the check, caused this exception. */
    boolean isSubmissions(Throwable thrown) {
        SafeThrowable at = new SafeThrowable(code, thrown);
        if (thrown instanceof AssertionError || returnedNull(thrown) != null || isInterruptOrMachine(at)) {
            return true;
        }
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at.isWrittenByStudent() || isThrownBySubmission(at) || isMisshapen(at)) {
                return true;
            }
            at = at.cause();
        }
        return false;
    }

    /**
     * Returns the name of the submission's method that returned the null of this NullPointerException, according to the
     * JVM's message (JEP 358), or null if the null came from elsewhere.
     */
    @Nullable
    String returnedNull(Throwable thrown) {
        if (thrown.getClass() != NullPointerException.class) {
            return null;
        }
        Matcher matcher = RETURNED_NULL.matcher(new SafeThrowable(code, thrown).message());
        return matcher.find() && code.owns(matcher.group(1)) ? matcher.group(2) + "()" : null;
    }

    /** Returns the check's line for the message of a harness error; empty if it is unknown. */
    String checksLine(Throwable thrown) {
        return Stream.of(new SafeThrowable(code, thrown).stack())
                .filter(frame -> !isNeutral(frame) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private boolean isThrownBySubmission(SafeThrowable thrown) {
        return Stream.of(thrown.stack())
                .filter(frame -> !isNeutral(frame))
                .findFirst()
                .filter(frame -> code.owns(frame.getClassName()) || GATES.contains(frame.getClassName()))
                .isPresent();
    }

    private static boolean isNeutral(StackTraceElement frame) {
        return NEUTRAL.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /**
     * Returns true if the JVM reports that a class of the submission does not match its stub, with which the check was
     * compiled, or that its static initialiser has failed before.
     */
    private boolean isMisshapen(SafeThrowable thrown) {
        return thrown.thrown() instanceof LinkageError
                && NAME.matcher(thrown.message())
                        .results()
                        .anyMatch(name -> namesSubmission(name.group().replace('/', '.')));
    }

    /** Matches the name of a class, or of a member after the name of its class. */
    private boolean namesSubmission(String name) {
        int dot = name.lastIndexOf('.');
        return code.owns(name) || (dot > 0 && code.owns(name.substring(0, dot)));
    }

    /**
     * Returns true for an interrupt, which reaches a thread of the check only through the submission, and for an error
     * that memory or stack ran out while the submission was on the stack.
     */
    private boolean isInterruptOrMachine(SafeThrowable thrown) {
        return thrown.thrown() instanceof InterruptedException
                || (thrown.thrown() instanceof VirtualMachineError && code.first(thrown.stack()) != null);
    }
}
