package bouncer.engine;

import bouncer.engine.search.ExplorationSession;

/**
 * A program that is loaded once and explored many times, which costs a small part of as many {@link
 * Explorer#explore}: for many small programs over the same classes. The main method of the program decides what to do
 * from data outside of the instrumented classes, which must not change during one exploration. Not thread-safe; one
 * exploration runs at a time per process, others wait for it.
 */
public interface Session extends AutoCloseable {

    /**
     * Loads a program.
     *
     * @throws IllegalArgumentException if the class or its method does not exist
     */
    static Session open(Program program, Limits.CarrierKind carrier) {
        return new ExplorationSession(program, carrier);
    }

    /**
     * Explores the program as {@link Explorer#explore} does.
     *
     * @param judge decides about executions that end by themselves; for these, blocked threads are no failure
     */
    Exploration explore(Limits limits, ExecutionJudge judge);

    /**
     * Runs the one execution that a token stands for.
     *
     * @throws IllegalArgumentException if this is no token, or one of another program
     */
    Replay replay(Limits limits, ExecutionJudge judge, String token);

    /** Returns true if the program has seen, in any exploration so far, what is up to chance; see {@link Limits#variation}. */
    boolean seesChance();

    @Override
    void close();
}
