package bouncer.engine;

import bouncer.engine.search.GuidedExecution;
import bouncer.engine.search.Search;

/** Runs a program under every schedule that matters. Stateless; one exploration at a time per process, others wait. */
public final class Explorer {
    private Explorer() {}

    /**
     * Explores a program.
     *
     * @return what was found; a program that throws is a finding, not an exception
     * @throws IllegalArgumentException if the class or its method is not there
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

    /** Opens a program for somebody who chooses its schedule; see {@link InteractiveExecution}. */
    public static InteractiveExecution walk(Program program, Limits limits) {
        return new GuidedExecution(program, limits);
    }
}
