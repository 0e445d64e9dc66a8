package bouncer.engine.hooks;

import bouncer.engine.model.VirtualClock;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;

/** Backward jumps: a loop with no step in it never comes back by itself. */
final class LoopBound {
    /** Turns of a loop with no step in it, before it counts as one without end. */
    private static final int MOST = 50_000_000;

    private LoopBound() {}

    /** Counts a turn; steps begin the count anew. */
    static void turned(Execution x) {
        if (++x.loops % VirtualClock.GRAIN == 0) {
            // A nanosecond a turn: who times a long computation sees it take its time.
            Task task = x.caller();
            if (task != null) {
                x.going.works(task);
            }
        }
        if (x.loops > MOST) {
            Task task = x.caller();
            x.loops = 0;
            if (task != null && !x.aborting()) {
                throw x.stop(End.SPINNING, task);
            }
            if (task != null) {
                throw x.abort(task);
            }
        }
    }
}
