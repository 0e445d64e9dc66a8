package bouncer.engine.hooks;

import bouncer.engine.model.VirtualClock;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;

/** Counts backward jumps: no scheduler ever gets control back from an endless loop that has no step in it. */
final class LoopBound {
    /** Turns without a step, after which a loop counts as endless. */
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
                if (x.recorder != null) {
                    x.recorder.loops(task);
                }
                throw x.stop(End.ENDLESS, task);
            }
            if (task != null) {
                throw x.abort(task);
            }
        }
    }
}
