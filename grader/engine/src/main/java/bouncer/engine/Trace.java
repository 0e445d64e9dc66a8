package bouncer.engine;

import java.util.List;

/**
 * One execution as data.
 *
 * @param threads names in the order they were started; the first is the main thread
 * @param events all steps in order
 * @param preemptions the number of steps before which another thread was switched away from while it was enabled
 */
public record Trace(List<String> threads, List<Event> events, int preemptions) {

    /** The empty trace. */
    public static final Trace EMPTY = new Trace(List.of(), List.of(), 0);
}
