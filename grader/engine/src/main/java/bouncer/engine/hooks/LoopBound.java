package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.VirtualTime;

/** Counts backward jumps, as a scheduler never regains control from an endless loop without a step. */
final class LoopBound {
    /** The number of backward jumps without a step after which a loop counts as endless. */
    private static final int MOST = 50_000_000;

    private LoopBound() {}

    /** Counts a backward jump; each step begins the count anew. */
    static void jumped(Execution execution) {
        int turns = execution.countTurn();
        if (turns % VirtualTime.GRAIN == 0) {
            // Each jump counts as one nanosecond, so that a long computation takes virtual time.
            ModelTask task = ModelTask.find();
            if (task != null) {
                execution.enabled().works(task);
            }
        }
        if (turns > MOST) {
            ModelTask task = ModelTask.find();
            execution.resetTurns();
            if (task != null && !execution.aborting()) {
                execution.listener().loops(task);
                throw execution.stop(End.ENDLESS, task);
            }
            if (task != null) {
                throw execution.abort(task);
            }
        }
    }
}
