package bouncer.worker.failure;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Something thrown, whose class a submission may have written: whatever code of such a class answers is asked for with a
 * limit in time, and an answer that does not come or throws is as good as none.
 *
 * @param code tells the submission's classes
 * @param thrown the throwable
 */
record SafeThrowable(StudentCode code, Throwable thrown) {

    StackTraceElement[] stack() {
        return ask(thrown::getStackTrace, new StackTraceElement[0]);
    }

    /** Empty when there is none. */
    String message() {
        return ask(thrown::getMessage, "");
    }

    /** Null when there is none. */
    @Nullable
    SafeThrowable cause() {
        Throwable cause = ask(thrown::getCause, thrown);
        return cause == thrown ? null : new SafeThrowable(code, cause);
    }

    /** Returns whether a class of the submission's decides what this answers. */
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
