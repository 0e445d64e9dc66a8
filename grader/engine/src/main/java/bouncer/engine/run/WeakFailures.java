package bouncer.engine.run;

/**
 * Compare-and-sets that fail though the value is the expected one, as the weak ones may: once per thread and execution, which shows who
 * does not try again; who tries a few times only is shown by others that are faster.
 */
public final class WeakFailures {
    private static final int MOST = 1;

    private WeakFailures() {}

    /** Whether it is one that may fail so. */
    static boolean may(Task task, Operation op) {
        return op.weak && task.weakFailures < MOST;
    }

    /** Whether the caller's step under way is one that fails for no reason. */
    public static boolean happens() {
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        return x != null && task != null && happens(x, task);
    }

    public static boolean happens(Execution x, Task task) {
        if (!task.op.weak || task.chosen != Operation.SPURIOUS) {
            return false;
        }
        task.chosen = Operation.READY;
        task.weakFailures++;
        x.progress(task); // to try again is no spinning
        if (x.recorder != null) {
            x.recorder.say(task, "fails for no reason, as a weak one may");
        }
        return true;
    }
}
