package bouncer.engine;

/**
 * A program whose schedule the caller chooses step by step. Not thread-safe; close it before the next exploration.
 */
public interface InteractiveExecution extends AutoCloseable {

    /**
     * Runs the program from the start by these choices and returns the position that they lead to. Plain accesses are
     * steps. A data race is no failure here, but its effects may be one.
     *
     * @param choices from {@link Position.Turn#choice}
     * @throws IllegalArgumentException if a choice is not enabled in its position
     */
    Position at(int... choices);

    @Override
    void close();
}
