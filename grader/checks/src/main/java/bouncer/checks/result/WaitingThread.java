package bouncer.checks.result;

import org.jspecify.annotations.Nullable;

/**
 * A waiting thread, shown as one line of a thread dump. Immutable.
 *
 * @param thread its name in reports, such as {@code T1}
 * @param waitsFor what it waits for in words, such as {@code the monitor of a BankAccount held by T2}
 * @param heldBy the thread that holds it, or null if no thread does
 * @param at the line of the submission, or null if the thread waits outside the submission
 */
public record WaitingThread(
        String thread,
        String waitsFor,
        @Nullable String heldBy,
        @Nullable Location at) {}
