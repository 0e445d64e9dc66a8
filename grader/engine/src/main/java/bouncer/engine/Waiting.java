package bouncer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits and will never go on.
 *
 * @param thread its name
 * @param waitsFor what for, in words, such as {@code the monitor of account}
 * @param heldBy the thread that holds it, or null when nobody does
 * @param timed whether it waits in a loop of timed waits or sleeps rather than for good
 * @param stack where, innermost first
 */
public record Waiting(
        String thread, String waitsFor, @Nullable String heldBy, boolean timed, List<Place> stack) {}
