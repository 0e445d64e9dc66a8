package bouncer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution, as data.
 *
 * @param index its number in the trace, from 0
 * @param thread the thread that takes it, such as {@code T1}
 * @param kind what kind of step
 * @param stack where: the calls in instrumented code, innermost first; empty when it comes from elsewhere
 * @param target what it acts on in words, such as {@code count} or {@code the monitor of counter}; empty if nothing
 * @param value the value read or written, or null when there is none
 * @param words the step as a phrase after the thread's name, such as {@code reads count = 0}
 * @param waitsFor what the thread is blocked on after this step, or null if it is not
 * @param heldBy the thread that holds what it waits for, or null
 * @param after the index of the latest step of another thread that happens-before this one through what they share, or
 *     -1
 * @param preempted whether the thread that took the previous step was still enabled, so that this step is a preemption
 */
public record Event(
        int index,
        String thread,
        Kind kind,
        List<Place> stack,
        String target,
        @Nullable String value,
        String words,
        @Nullable String waitsFor,
        @Nullable String heldBy,
        int after,
        boolean preempted) {

    /** Kinds of step. */
    public enum Kind {
        READ,
        WRITE,
        UPDATE,
        LOCK,
        UNLOCK,
        WAIT,
        NOTIFY,
        PARK,
        UNPARK,
        START,
        JOIN,
        END,
        INTERRUPT,
        TIME,
        SPIN,
        MODEL,
        MARK
    }

    /** Returns the line of the step, or null if it is not in instrumented code. */
    public @Nullable Place place() {
        return stack.isEmpty() ? null : stack.get(0);
    }
}
