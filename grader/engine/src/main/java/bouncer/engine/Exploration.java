package bouncer.engine;

/**
 * What {@link Explorer#explore} found.
 *
 * @param outcome the answer
 * @param coverage how sure it is
 * @param counts what was done for it
 */
public record Exploration(Outcome outcome, Coverage coverage, Counts counts) {}
