package bouncer.engine;

/**
 * A program whose schedule somebody else chooses, step by step. Used by one thread; close it before anything is
 * explored.
 */
public interface InteractiveExecution extends AutoCloseable {

    /**
     * Runs the program by these choices, from the start, and looks at where that leads. Plain accesses are steps, and a
     * data race is no failure: what it leads to is.
     *
     * @param choices from {@link Position.Turn#choice}
     * @throws IllegalArgumentException if one of them is not possible where it stands
     */
    Position at(int... choices);

    @Override
    void close();
}
