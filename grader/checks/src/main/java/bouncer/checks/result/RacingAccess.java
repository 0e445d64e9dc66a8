package bouncer.checks.result;

import java.util.List;

/**
 * One of the two accesses of a data race.
 *
 * @param thread the thread, such as {@code T1}
 * @param what the access in words, such as {@code writes count}
 * @param stack the submission's frames, innermost first; empty if none is known
 */
public record RacingAccess(String thread, String what, List<Location> stack) {
    public RacingAccess {
        stack = List.copyOf(stack);
    }
}
