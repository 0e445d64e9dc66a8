package bouncer.engine;

import bouncer.engine.search.GuidedExecution;
import bouncer.engine.search.Search;

/**
 * Runs a program under all interleavings that can differ in their result. Stateless and thread-safe: one exploration
 * runs at a time per process, others wait for it.
 */
public final class Explorer {
    private Explorer() {}

    /**
     * Explores a program.
     *
     * @return the result; an exception of the program is a failure in it and is not thrown
     * @throws IllegalArgumentException if the class or its method does not exist
     */
    public static Exploration explore(Program program, Limits limits) {
        return Search.explore(program, limits);
    }

    /**
     * Runs the one execution that a token stands for.
     *
     * @param limits the same as when the token was made
     * @throws IllegalArgumentException if this is no token, or one of another program
     */
    public static Replay replay(Program program, Limits limits, String token) {
        return Search.replay(program, limits, token);
    }

    /** Opens a program whose schedule the caller chooses; see {@link InteractiveExecution}. */
    public static InteractiveExecution walk(Program program, Limits limits) {
        return new GuidedExecution(program, limits);
    }
}
