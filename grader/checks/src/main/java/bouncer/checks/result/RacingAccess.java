package bouncer.checks.result;

import java.util.List;

/**
 * One of the two accesses of a data race.
 *
 * @param thread who, such as {@code T1}
 * @param what in words, such as {@code writes count}
 * @param stack the submission's frames, innermost first; empty when none is known
 */
public record RacingAccess(String thread, String what, List<Location> stack) {
    public RacingAccess {
        stack = List.copyOf(stack);
    }
}
