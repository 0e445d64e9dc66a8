package bouncer.engine;

/**
 * One execution run again from its token.
 *
 * @param outcome what it came to: {@code Broken} with the same failure if the program is still the same
 * @param trace its steps
 */
public record Replay(Outcome outcome, Trace trace) {}
