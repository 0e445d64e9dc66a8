package bouncer.engine;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether an execution that ended by itself is right: all threads have ended, are blocked for good, or reached
 * the limit of steps. Data races, exceptions and endless loops are failures without asking. Called on one thread.
 */
@FunctionalInterface
public interface ExecutionJudge {
    /**
     * Judges the execution that has just ended; its threads have not been unwound yet.
     *
     * @param truncated whether it was cut at the limit of steps
     * @return what is wrong, the same text for two executions that fail in the same way; null if nothing is
     */
    @Nullable
    String rejects(boolean truncated);
}
