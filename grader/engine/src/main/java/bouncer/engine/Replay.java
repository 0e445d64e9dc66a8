package bouncer.engine;

/**
 * One execution run again from its token.
 *
 * @param outcome the result: {@code Broken} with the same failure unless the program has changed
 * @param trace its steps
 */
public record Replay(Outcome outcome, Trace trace) {}
