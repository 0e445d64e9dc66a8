package bouncer.engine.run;

import bouncer.engine.Limits;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Pinned;
import bouncer.engine.juc.Models;
import bouncer.engine.memory.Loc;
import bouncer.engine.memory.Memory;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.schedule.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a program. Model threads run one at a time; each announces its next operation in its {@link Op} and calls
 * {@link #step}, which returns when the scheduler wants that operation done, at once and by the caller. The running thread
 * picks the next one itself, so that most steps need no hand-over.
 */
public final class Execution implements State {
    /** Timers that may fire one after the other while nothing changes, before that counts as polling for ever. */
    private static final int IDLE_TICKS = 1_000;

    /** Turns of a loop with no step in it, before it counts as one without end. */
    private static final int MOST_LOOPS = 50_000_000;

    private static final int MOST_TASKS = 60;
    /** As often as one thread may be told that its execution is over. */
    private static final int MOST_ABORTS = 1_000;

    private static volatile @Nullable Execution active;

    final Memory memory = new Memory();
    final Limits limits;
    final boolean plainVisible;
    /** Whether a data race ends the execution; not while we look for what a race leads to. */
    final boolean racesEnd;

    final @Nullable Recorder recorder;
    /** Iterators and views of collections, to the collection they are of. */
    final java.util.Map<Object, Object> views = new java.util.IdentityHashMap<>();

    private final Scheduler scheduler;
    private final Carrier carrier;
    final List<Task> tasks = new ArrayList<>();
    private final List<Task> parents = new ArrayList<>();
    private int[] ways = new int[8];
    private int steps;
    private int current = -1;
    private @Nullable Task running;
    private boolean aborting;

    /** Virtual time. */
    long now = 1_000_000_000L;

    /** Who waits for longer than a year means for ever: no search may end such a wait by its timeout. */
    private static final long NEVER_NANOS = 365L * 24 * 3_600 * 1_000_000_000;

    boolean timeoutsAsChoices;
    int spuriousWakeups;
    private int ticks;
    private int loops;
    private int[] schedule = new int[64];

    private @Nullable End end;
    private @Nullable Report report;
    private @Nullable String reason;
    private @Nullable RuntimeException crash;

    @Nullable
    Task culprit;

    @Nullable
    Throwable thrown;

    @Nullable
    Loc raced;

    int rival;
    boolean spun;
    /** Whether accesses weaker than volatile came in an order that the machine may change. */
    boolean weak;
    /** Whether looks were folded in a loop that then went on without a change: it may count them. */
    boolean folded;

    int points;

    /** Whether all identity hashes are the same, which is allowed. */
    boolean sameHashes;

    final Goals goals = new Goals();

    /**
     * An execution to come.
     *
     * @param plainVisible whether plain accesses are steps too
     * @param recorder what keeps the trace, or null
     */
    public Execution(
            Limits limits, Scheduler scheduler, Carrier carrier, boolean plainVisible, @Nullable Recorder recorder) {
        this.limits = limits;
        this.scheduler = scheduler;
        this.carrier = carrier;
        this.plainVisible = plainVisible;
        racesEnd = !plainVisible && limits.racesFail();
        this.recorder = recorder;
        timeoutsAsChoices = limits.timeoutsAsChoices();
        spuriousWakeups = limits.spuriousWakeups();
    }

    /** The execution that is under way, or null. */
    static @Nullable Execution active() {
        return active;
    }

    /**
     * Runs a program to its end.
     *
     * @param main an unstarted thread that stands for the main one
     */
    public void run(Thread main, Runnable body) {
        Models.begin();
        add(main, main.getName(), body, null);
        active = this;
        try {
            scheduler.begin();
            Task next = next();
            if (next != null) {
                carrier.drive(seat(next));
            }
            if (end != End.CUT) {
                scheduler.settled(this);
            }
            report = Report.of(this, end == null ? End.DONE : end);
            aborting = true;
            for (Task task : tasks) {
                if (!task.ended && task.seat != null) {
                    running = task;
                    carrier.discard(task.seat);
                }
            }
        } finally {
            active = null;
        }
        if (crash != null) {
            throw crash;
        }
    }

    private Object seat(Task task) {
        Object known = task.seat;
        if (known == null) {
            known = carrier.seat(() -> body(task));
            task.seat = known;
        }
        return known;
    }

    Task add(Thread thread, String name, Runnable body, @Nullable Task parent) {
        if (tasks.size() == MOST_TASKS) {
            throw lose("more than " + MOST_TASKS + " threads in one execution");
        }
        Task task = new Task(tasks.size(), thread, name, body, this);
        task.spuriousLeft = spuriousWakeups;
        task.op.is(Kind.BEGIN, "begins");
        tasks.add(task);
        parents.add(parent == null ? task : parent);
        if (tasks.size() > ways.length) {
            ways = java.util.Arrays.copyOf(ways, 2 * ways.length);
        }
        return task;
    }

    private void body(Task task) {
        try {
            if (!aborting) {
                Threads.live(this, task);
            }
        } catch (Abort e) {
            // Its execution is over.
        } finally {
            task.ended = true;
            carrier.leave(java.util.Objects.requireNonNull(task.seat), aborting ? null : seatOfNext());
        }
    }

    private @Nullable Object seatOfNext() {
        Task next = next();
        return next == null ? null : seat(next);
    }

    /** The model thread that calls, or null if another thread does. */
    @Nullable
    Task caller() {
        Task task = running;
        return task != null && task.seat != null && carrier.runs(task.seat) ? task : null;
    }

    boolean aborting() {
        return aborting;
    }

    /** The calling thread does what its {@link Op} says, as soon as this returns. */
    void step(Task task) {
        if (aborting) {
            throw abort(task);
        }
        if (task.atomic > 0) {
            inside(task);
            return;
        }
        if (recorder != null) {
            recorder.announced(this, task);
        }
        Task next = next();
        if (next != task) {
            hand(task, next);
        }
        if (recorder != null) {
            recorder.chosen(this, task);
        }
    }

    private void hand(Task from, @Nullable Task to) {
        try {
            carrier.transfer(java.util.Objects.requireNonNull(from.seat), to == null ? null : seat(to));
        } catch (Pinned e) {
            // It can't be suspended, so it must go: the whole search starts again on another carrier.
            crash = e;
            end = End.UNCONTROLLED;
            aborting = true;
        }
        if (aborting) {
            throw abort(from);
        }
    }

    /** What unwinds a thread. */
    Abort abort(Task task) {
        if (++task.aborts > MOST_ABORTS) {
            // Something that is not instrumented catches everything and goes on: leave its carrier where it is, for
            // good.
            carrier.transfer(java.util.Objects.requireNonNull(task.seat), null);
        }
        return Abort.IT;
    }

    /** An operation within an atomic one: no choice, and it must be possible now. */
    private void inside(Task task) {
        int can = ways(task, task.op);
        if (can == 0) {
            throw lose("a thread blocks inside an operation that must be atomic (" + task.op.words + ")");
        }
        task.chosen = Integer.lowestOneBit(can);
        if (task.op.choices > 0) {
            task.chosen = 1;
        }
        for (int i = 0; i < task.op.count; i++) {
            touched(task.op.locs[i], task.op.accesses[i]);
        }
    }

    /** The step under way touches more than it announced. */
    void touched(Loc loc, int access) {
        scheduler.touched(this, loc, access);
    }

    /** The execution is over; the caller's thread ends here. */
    Abort stop(End how, Task task) {
        if (end == null) {
            end = how;
            culprit = task;
        }
        hand(task, null);
        return Abort.IT;
    }

    /** Gives up control. */
    RuntimeException lose(String why) {
        if (end == null) {
            end = End.UNCONTROLLED;
            reason = why;
        }
        Task task = caller();
        if (task != null) {
            hand(task, null);
        }
        throw Abort.IT;
    }

    /** A thread that the engine does not know runs instrumented code. */
    void foreign(String what) {
        if (end == null && reason == null) {
            reason = what;
        }
    }

    private @Nullable Task next() {
        try {
            return pick();
        } catch (RuntimeException e) {
            // Ours, not the program's: it must not be thrown into the program.
            crash = e;
            end = End.UNCONTROLLED;
            return null;
        }
    }

    private @Nullable Task pick() {
        if (end != null) {
            return null;
        }
        if (reason != null) {
            end = End.UNCONTROLLED;
            return null;
        }
        if (steps >= limits.steps()) {
            end = End.TRUNCATED;
            return null;
        }
        if (!anyEnabled() && !rest()) {
            end = onlyIdle() ? End.DONE : End.BLOCKED;
            return null;
        }
        Task waiter = waits();
        if (waiter != null) {
            end = End.WAITED;
            culprit = waiter;
            return null;
        }
        int choice = scheduler.choose(this);
        if (choice == Scheduler.CUT) {
            end = End.CUT;
            return null;
        }
        return take(choice);
    }

    /** A task that waits though it must not, or null. */
    private @Nullable Task waits() {
        for (Task task : tasks) {
            if (task.mustNotWait != null && ways[task.id] == 0 && Blocked.waits(this, task)) {
                return task;
            }
        }
        return null;
    }

    private Task take(int choice) {
        Task task = tasks.get(Scheduler.task(choice));
        if (recorder != null && current >= 0 && current != task.id && ways[current] != 0) {
            recorder.preempted();
        }
        task.chosen = 1 << Scheduler.bit(choice);
        if (steps == schedule.length) {
            schedule = java.util.Arrays.copyOf(schedule, 2 * steps);
        }
        schedule[steps++] = choice;
        current = task.id;
        loops = 0;
        running = task;
        Op op = task.op;
        task.late = op.choices == 0 && task.chosen == Op.LATE;
        if (timeoutsAsChoices) {
            for (int i = 0; i < op.count; i++) {
                // Additions commute, so none may learn of the other's time.
                if (op.accesses[i] != Op.OTHER) {
                    task.time = Math.max(task.time, op.locs[i].time);
                }
            }
        }
        if (task.late || (task.chosen == Op.TIMEOUT && op.timed && op.deadline != Long.MAX_VALUE)) {
            task.time = Math.max(task.time, op.deadline);
        }
        if (task.late) {
            task.chosen = Op.READY;
        }
        if (timeoutsAsChoices) {
            for (int i = 0; i < op.count; i++) {
                // Reads commute, so they tell nobody.
                if (op.accesses[i] != Op.READ) {
                    op.locs[i].time = Math.max(op.locs[i].time, time(task));
                }
            }
        }
        return task;
    }

    /** The virtual time of a task. */
    long time(Task task) {
        return Math.max(now, task.time);
    }

    private boolean anyEnabled() {
        boolean any = false;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            int can = task.ended ? 0 : ways(task, task.op);
            ways[i] = can;
            any |= can != 0;
        }
        return any;
    }

    private int ways(Task task, Op op) {
        if (op.kind == Kind.QUIET) {
            return 0;
        }
        boolean ready = op.guard == null || op.guard.holds(task);
        if (op.notifies != null) {
            op.choices = Math.min(30, Math.max(1, op.notifies.waiting.size()));
        }
        if (op.choices > 0) {
            return ready ? (int) ((1L << op.choices) - 1) : 0;
        }
        int can = ready ? Op.READY : 0;
        if (op.interruptible && task.interrupted) {
            can |= Op.INTERRUPT;
        }
        boolean over = time(task) >= op.deadline;
        boolean may = timeoutsAsChoices && op.deadline - time(task) < NEVER_NANOS;
        if (!ready && op.timed && (over || may)) {
            can |= Op.TIMEOUT;
        }
        if (ready && op.due && !over && may) {
            can |= Op.LATE;
        }
        if (!ready && op.spurious && task.spuriousLeft > 0) {
            can |= Op.SPURIOUS;
        }
        return can;
    }

    /** Nothing can run: whoever waits for that goes on, else time passes. Says whether anybody can run now. */
    private boolean rest() {
        for (Task task : tasks) {
            if (!task.ended && task.op.kind == Kind.QUIET) {
                ways[task.id] = Op.READY;
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

    private boolean onlyIdle() {
        for (Task task : tasks) {
            if (!task.ended && !task.op.idle) {
                return false;
            }
        }
        return true;
    }

    /** Something changed that others can see. */
    void changed(Task task, Loc loc) {
        loc.version++;
        ticks = 0;
        progress(task);
    }

    /** The task gets on. */
    void progress(Task task) {
        folded |= task.spin.progress();
    }

    /** A backward jump; steps begin the count anew. */
    void looped() {
        if (++loops > MOST_LOOPS) {
            Task task = caller();
            loops = 0;
            if (task != null && !aborting) {
                throw stop(End.SPINNING, task);
            }
            if (task != null) {
                throw abort(task);
            }
        }
    }

    /** What it was asked to show, and showed. */
    public Goals goals() {
        return goals;
    }

    /** Why control was lost, or null. */
    public @Nullable String reason() {
        return reason;
    }

    /** Whether plain accesses were steps. */
    public boolean plainVisible() {
        return plainVisible;
    }

    /** How often instrumented code came to the engine. */
    public int points() {
        return points;
    }

    /** Whether a loop that only looks again was cut down. */
    public boolean spun() {
        return spun;
    }

    /** Whether it stands for others that were not run and may differ: by weak ordering, or by the number of looks in a loop. */
    public boolean standsForOthers() {
        return weak || folded;
    }

    /** Whether accesses weaker than volatile came in an order that the machine may change. */
    public boolean weak() {
        return weak;
    }

    /** All choices so far. */
    public int[] schedule() {
        return java.util.Arrays.copyOf(schedule, steps);
    }

    /** What it came to; ask when it is over. */
    public Report report() {
        return java.util.Objects.requireNonNull(report);
    }

    @Override
    public int step() {
        return steps;
    }

    @Override
    public int tasks() {
        return tasks.size();
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int ways(int task) {
        return ways[task];
    }

    @Override
    public Op pending(int task) {
        return tasks.get(task).op;
    }

    @Override
    public boolean ended(int task) {
        return tasks.get(task).ended;
    }

    @Override
    public int parent(int task) {
        return task == 0 ? -1 : parents.get(task).id;
    }
}
