package bouncer.engine;

/**
 * What {@link Explorer#explore} found.
 *
 * @param outcome the result
 */
public record Exploration(Outcome outcome, Coverage coverage, Counts counts) {}
