package bouncer.checks.result;

import org.jspecify.annotations.Nullable;

/**
 * One thread that waits, as a line of a readable thread dump.
 *
 * @param thread its neutral name, such as {@code T1}
 * @param waitsFor what it waits for in words, such as {@code the monitor of a BankAccount held by T2}
 * @param heldBy the thread that holds it, or null when nobody does
 * @param at the student's line, or null when it waits outside the submission
 */
public record WaitingThread(
        String thread,
        String waitsFor,
        @Nullable String heldBy,
        @Nullable Location at) {}
