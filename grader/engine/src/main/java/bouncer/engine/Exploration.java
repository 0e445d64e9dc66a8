package bouncer.engine;

/**
 * The result of {@link Explorer#explore}.
 *
 * @param outcome the result
 */
public record Exploration(Outcome outcome, Coverage coverage, Counts counts) {}
