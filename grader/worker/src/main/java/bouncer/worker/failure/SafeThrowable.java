package bouncer.worker.failure;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A throwable whose class may belong to the submission. Methods of such a class are called with a time limit; if they
 * throw or do not return in time, the answer is empty.
 *
 * @param code recognises the submission's classes
 * @param thrown the throwable
 */
record SafeThrowable(StudentCode code, Throwable thrown) {

    StackTraceElement[] stack() {
        return ask(thrown::getStackTrace, new StackTraceElement[0]);
    }

    /** Returns the stack trace; empty if there is none. */
    String message() {
        return ask(thrown::getMessage, "");
    }

    /** Returns the cause, or null if there is none. */
    @Nullable
    SafeThrowable cause() {
        Throwable cause = ask(thrown::getCause, thrown);
        return cause == thrown ? null : new SafeThrowable(code, cause);
    }

    /** Returns true if the class of the throwable belongs to the submission. */
    boolean isWrittenByStudent() {
        for (Class<?> at = thrown.getClass(); at != null && at != Throwable.class; at = at.getSuperclass()) {
            if (code.owns(at.getName())) {
                return true;
            }
        }
        return false;
    }

    private <T> T ask(Callable<@Nullable T> question, T fallback) {
        if (isWrittenByStudent()) {
            return GuardedCall.ask(question, fallback);
        }
        try {
            T answer = question.call();
            return answer == null ? fallback : answer;
        } catch (Exception e) {
            return fallback;
        }
    }
}
