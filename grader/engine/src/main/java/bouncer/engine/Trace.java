package bouncer.engine;

import java.util.List;

/**
 * One execution as data.
 *
 * @param threads names in the order they were started; the first is the main thread
 * @param events all steps in order
 * @param preemptions how often a thread that could have gone on was made to stand back
 */
public record Trace(List<String> threads, List<Event> events, int preemptions) {

    /** A trace of nothing. */
    public static final Trace EMPTY = new Trace(List.of(), List.of(), 0);
}
