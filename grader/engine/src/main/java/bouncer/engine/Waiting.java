package bouncer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that is blocked for good.
 *
 * @param thread its name
 * @param waitsFor what it waits for, such as {@code the monitor of account}
 * @param heldBy the thread that holds it, or null if none does
 * @param timed whether it waits in a loop of timed waits or sleeps rather than for good
 * @param stack where, innermost first
 */
public record Waiting(
        String thread, String waitsFor, @Nullable String heldBy, boolean timed, List<Place> stack) {}
