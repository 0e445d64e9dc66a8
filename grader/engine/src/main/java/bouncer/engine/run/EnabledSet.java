package bouncer.engine.run;

import bouncer.engine.model.VirtualClock;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.schedule.Scheduler;
import java.util.Arrays;
import java.util.List;

/**
 * Who can go on in an execution, in which ways, and what time it is. Time passes only when nobody can go on otherwise; who computes for
 * long, and where timeouts are choices a thread whose wait was ended by one, runs ahead of the common time, and those who learn of it
 * with it.
 */
public final class EnabledSet {
    /** Timers that may fire one after the other while nothing changes, before that counts as polling for ever. */
    private static final int IDLE_TICKS = 1_000;

    /** Who waits for longer than a year means for ever: no search may end such a wait by its timeout. */
    private static final long NEVER_NANOS = 365L * 24 * 3_600 * 1_000_000_000;

    private final List<Task> tasks;
    private final Scheduler scheduler;
    private int[] ways = new int[8];
    private long now;
    private int ticks;
    boolean timeoutsAsChoices;
    /** Some thread has computed for so long that its time is ahead. */
    private boolean worked;

    /** For the tasks of one execution. */
    EnabledSet(List<Task> tasks, Scheduler scheduler, boolean timeoutsAsChoices) {
        this.tasks = tasks;
        this.scheduler = scheduler;
        this.timeoutsAsChoices = timeoutsAsChoices;
    }

    /** The ways of a task, as they were found last; 0 if it can't go on. */
    public int ways(int task) {
        return task < ways.length ? ways[task] : 0;
    }

    /** Something has changed: timers that fire now are no idle polling. */
    public void changed() {
        ticks = 0;
    }

    /** A task goes on as chosen: what it touches and it itself tell each other the time. */
    void on(Task task) {
        Operation op = task.op;
        task.late = op.choices == 0 && task.chosen == Operation.LATE;
        if (timeoutsAsChoices || worked) {
            for (int i = 0; i < op.count; i++) {
                // Additions commute, so none may learn of the other's time.
                if (op.accesses[i] != Operation.OTHER) {
                    task.time = Math.max(task.time, op.locs[i].time);
                }
            }
        }
        if (task.late || (task.chosen == Operation.TIMEOUT && op.timed && op.deadline != Long.MAX_VALUE)) {
            task.time = Math.max(task.time, op.deadline);
        }
        if (task.late) {
            task.chosen = Operation.READY;
        }
        if (timeoutsAsChoices || worked) {
            for (int i = 0; i < op.count; i++) {
                // Reads commute, so they tell nobody.
                if (op.accesses[i] != Operation.READ) {
                    op.locs[i].time = Math.max(op.locs[i].time, time(task));
                }
            }
        }
    }

    /** The virtual time of a task. */
    long time(Task task) {
        return Math.max(now, task.time);
    }

    /** A task has computed for a grain of time. */
    public void works(Task task) {
        task.time = time(task) + VirtualClock.GRAIN;
        worked = true;
    }

    /** Finds the ways of all; says whether anybody has one. */
    boolean anyEnabled() {
        if (tasks.size() > ways.length) {
            ways = Arrays.copyOf(ways, 2 * tasks.size());
        }
        boolean any = false;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            int can = task.ended ? 0 : ways(task, task.op);
            ways[i] = can;
            any |= can != 0;
        }
        return any;
    }

    /** As {@link #ways(int)}, as it is now. */
    public int waysNow(Task task) {
        return task.ended ? 0 : ways(task, task.op);
    }

    int ways(Task task, Operation op) {
        if (op.kind == OperationKind.QUIET) {
            return 0;
        }
        boolean ready = op.guard == null || op.guard.holds(task);
        if (op.notifies != null) {
            op.wakes(op.notifies);
        }
        if (op.choices > 0) {
            return ready ? (int) ((1L << op.choices) - 1) : 0;
        }
        int can = ready ? Operation.READY : 0;
        if (op.interruptible && task.interrupted) {
            can |= Operation.INTERRUPT;
        }
        boolean over = time(task) >= op.deadline;
        boolean may = timeoutsAsChoices && op.deadline - time(task) < NEVER_NANOS;
        if (!ready && op.timed && (over || may)) {
            can |= Operation.TIMEOUT;
        }
        if (ready && op.due && !over && may) {
            can |= Operation.LATE;
        }
        if (ready ? WeakFailures.may(task, op) : op.spurious && task.spuriousLeft > 0) {
            can |= Operation.SPURIOUS;
        }
        return can;
    }

    /** Nothing can run: whoever waits for that goes on, else time passes. Says whether anybody can run now. */
    boolean rest() {
        for (Task task : tasks) {
            if (!task.ended && task.op.kind == OperationKind.QUIET) {
                ways[task.id] = Operation.READY;
                scheduler.barrier();
                return true;
            }
        }
        long first = Long.MAX_VALUE;
        for (Task task : tasks) {
            if (!task.ended && task.op.timed && !(task.op.idle && onlyIdle())) {
                first = Math.min(first, task.op.deadline);
            }
        }
        if (first == Long.MAX_VALUE || ++ticks > IDLE_TICKS) {
            return false;
        }
        now = Math.max(now, first);
        scheduler.barrier();
        return anyEnabled();
    }

    /** Whether all that have not ended may wait for ever. */
    boolean onlyIdle() {
        for (Task task : tasks) {
            if (!task.ended && !task.op.idle) {
                return false;
            }
        }
        return true;
    }
}
