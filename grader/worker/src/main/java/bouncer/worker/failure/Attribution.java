package bouncer.worker.failure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the submission or the check itself is to blame for what a check threw. The innermost stack frame that is
 * neither the JDK's nor the engine's decides: if it is the submission's, or that of a cause is, the submission threw it.
 * Anything else that is no assertion is a defect of the check, except for what the JVM itself says of the submission: that it
 * returned null where a value is needed, or lacks a member that its stub has. Immutable, thread-safe.
 *
 * @param code tells the submission's classes
 */
record Attribution(StudentCode code) {
    private static final int DEEPEST = 5;

    /** Code in whose frames nothing is decided: it does what its caller asks for. */
    private static final List<String> NEUTRAL =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "bouncer.engine.", "bouncer.worker.child.");

    /** Class loaders that refuse what a submission may not link to. */
    private static final List<String> GATES =
            List.of("bouncer.worker.StudentLoader", "bouncer.worker.explore.CodeSource");

    private static final Pattern RETURNED_NULL =
            Pattern.compile("because the return value of \"([\\w.$]+)\\.([\\w$]+)\\(.*?\\)\" is null");

    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)*");

    /** Returns whether the submission, and not the check, is to blame. */
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
     * Returns the name of the submission's method whose null the check could not use, as the JVM's message for a
     * NullPointerException says it (JEP 358), or null when it was another null.
     */
    @Nullable
    String returnedNull(Throwable thrown) {
        if (thrown.getClass() != NullPointerException.class) {
            return null;
        }
        Matcher matcher = RETURNED_NULL.matcher(new SafeThrowable(code, thrown).message());
        return matcher.find() && code.owns(matcher.group(1)) ? matcher.group(2) + "()" : null;
    }

    /** The check's own line, for the harness error that tells its author; empty when unknown. */
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
     * Returns whether a class of the submission's is not as its stub, which the check was compiled with: the JVM names it.
     * So does the error that follows when its static initialiser failed before.
     */
    private boolean isMisshapen(SafeThrowable thrown) {
        return thrown.thrown() instanceof LinkageError
                && NAME.matcher(thrown.message())
                        .results()
                        .anyMatch(name -> namesSubmission(name.group().replace('/', '.')));
    }

    /** A class, or a member behind the name of its class. */
    private boolean namesSubmission(String name) {
        int dot = name.lastIndexOf('.');
        return code.owns(name) || (dot > 0 && code.owns(name.substring(0, dot)));
    }

    /**
     * Returns whether it is an interrupt, which reaches a thread of the check only if the submission sent it or kept it; or
     * memory or stack that ran out while the submission was on the stack.
     */
    private boolean isInterruptOrMachine(SafeThrowable thrown) {
        return thrown.thrown() instanceof InterruptedException
                || (thrown.thrown() instanceof VirtualMachineError && code.first(thrown.stack()) != null);
    }
}
