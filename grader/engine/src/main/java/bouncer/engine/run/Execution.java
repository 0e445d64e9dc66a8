package bouncer.engine.run;

import bouncer.engine.Limits;
import bouncer.engine.buffer.Buffers;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Pinned;
import bouncer.engine.library.Models;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ThreadModel;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.trace.ExecutionReport;
import bouncer.engine.trace.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a program. Model threads run one at a time; each announces its next operation in its {@link Operation} and calls
 * {@link #step}, which returns when the scheduler wants that operation done, at once and by the caller. The running thread
 * picks the next one itself, so that most steps need no hand-over.
 */
public final class Execution {
    private static final int MOST_TASKS = 60;
    /** As often as one thread may be told that its execution is over. */
    private static final int MOST_ABORTS = 1_000;

    private static volatile @Nullable Execution active;

    public final Memory memory = new Memory();
    public final Limits limits;
    private final Set<Object> outliving;
    public final boolean plainVisible;
    /** Whether plain accesses of relocated classes of the JDK are steps. */
    final boolean libraryVisible;
    /** Whether a data race ends the execution; not while we look for what a race leads to. */
    final boolean racesEnd;

    final @Nullable public Recorder recorder;
    /** Iterators and views of collections, to the collection they are of. */
    public final java.util.Map<Object, Object> views = new java.util.IdentityHashMap<>();

    private final Scheduler scheduler;
    private final Carrier carrier;
    public final List<Task> tasks = new ArrayList<>();
    private @Nullable Task running;
    private boolean aborting;

    public final Buffers buffers;
    public final EnabledSet going;
    public final SchedulePrefix route;
    int spuriousWakeups;
    public int loops;

    private @Nullable End end;
    private @Nullable ExecutionReport report;
    private @Nullable String reason;
    private @Nullable RuntimeException crash;

    public final FailureCause evidence = new FailureCause();
    public final Incompleteness marks = new Incompleteness();
    public int points;

    /** Whether all identity hashes are the same, which is allowed. */
    public boolean sameHashes;

    public final ReachabilityGoals goals = new ReachabilityGoals();

    /**
     * An execution to come.
     *
     * @param plainVisible whether plain accesses of the program are steps too
     * @param libraryVisible whether plain accesses of relocated classes are steps
     * @param recorder what keeps the trace, or null
     * @param lanes in how many orders of its own each thread may store in modes weaker than volatile
     * @param outliving objects that this execution may not change, because they would stay changed
     */
    public Execution(
            Limits limits,
            Scheduler scheduler,
            Carrier carrier,
            boolean plainVisible,
            boolean libraryVisible,
            @Nullable Recorder recorder,
            Set<Object> outliving,
            int lanes) {
        buffers = new Buffers(this, lanes);
        this.outliving = outliving;
        this.limits = limits;
        this.scheduler = scheduler;
        this.carrier = carrier;
        this.plainVisible = plainVisible;
        this.libraryVisible = libraryVisible;
        racesEnd = !plainVisible && limits.racesFail();
        this.recorder = recorder;
        going = new EnabledSet(tasks, scheduler, limits.timeoutsAsChoices());
        route = new SchedulePrefix(tasks, going);
        spuriousWakeups = limits.spuriousWakeups();
    }

    /** The execution that is under way, or null. */
    static @Nullable public Execution active() {
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
                scheduler.settled(route);
            }
            report = ExecutionReport.of(this, end == null ? End.DONE : end);
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

    public Task add(Thread thread, String name, Runnable body, @Nullable Task parent) {
        if (tasks.size() == MOST_TASKS) {
            throw lose("more than " + MOST_TASKS + " threads in one execution");
        }
        String called = name.isEmpty() ? "virtual-" + tasks() : name;
        Task task = new Task(tasks.size(), thread, called, body, this);
        task.spuriousLeft = spuriousWakeups;
        task.op.is(OperationKind.BEGIN, "begins");
        tasks.add(task);
        route.started(parent);
        buffers.started(task, MOST_TASKS);
        return task;
    }

    private void body(Task task) {
        try {
            if (!aborting) {
                ThreadModel.live(this, task);
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
    public Task caller() {
        Task task = running;
        return task != null && task.seat != null && carrier.runs(task.seat) ? task : null;
    }

    public boolean aborting() {
        return aborting;
    }

    /** The calling thread does what its {@link Operation} says, as soon as this returns. */
    public void step(Task task) {
        if (aborting) {
            throw abort(task);
        }
        if (task.atomic > 0) {
            Steps.inside(this, task);
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
    public Abort abort(Task task) {
        if (++task.aborts > MOST_ABORTS) {
            // Something that is not instrumented catches everything and goes on: leave its carrier where it is, for
            // good.
            carrier.transfer(java.util.Objects.requireNonNull(task.seat), null);
        }
        return Abort.IT;
    }

    /** The step under way touches more than it announced. */
    public void touched(MemoryLocation loc, int access) {
        scheduler.touched(route, loc, access);
    }

    /** The execution is over; the caller's thread ends here. */
    public Abort stop(End how, Task task) {
        if (end == null) {
            end = how;
            evidence.culprit = task;
        }
        hand(task, null);
        return Abort.IT;
    }

    /** Gives up control. */
    public RuntimeException lose(String why) {
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
    public void foreign(String what) {
        if (end == null && reason == null) {
            reason = what;
        }
    }

    private @Nullable Task next() {
        try {
            buffers.hide();
            Task task = pick();
            while (task != null && task.lane != null) {
                buffers.step(task.lane);
                task = pick();
            }
            buffers.show(task);
            return task;
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
        if (route.step() >= limits.steps()) {
            end = End.TRUNCATED;
            return null;
        }
        if (!going.anyEnabled() && !going.rest()) {
            end = going.onlyIdle() ? End.DONE : End.BLOCKED;
            return null;
        }
        Task waiter = WaitForGraph.forbidden(this);
        if (waiter != null) {
            end = End.WAITED;
            evidence.culprit = waiter;
            return null;
        }
        int choice = scheduler.choose(route);
        if (choice == Scheduler.CUT) {
            end = End.CUT;
            return null;
        }
        return take(choice);
    }

    private Task take(int choice) {
        Task task = tasks.get(Scheduler.task(choice));
        if (recorder != null) {
            recorder.turns(task, going);
        }
        task.chosen = 1 << Scheduler.bit(choice);
        route.took(choice);
        loops = 0;
        running = task.lane == null ? task : running;
        going.on(task);
        return task;
    }

    /** The virtual time of a task. */
    public long time(Task task) {
        return going.time(task);
    }

    /** Something changed that others can see. */
    public void changed(Task task, MemoryLocation loc) {
        loc.version++;
        outlives(loc);
        going.changed();
        progress(task);
    }

    /** What outlives an execution must not change. */
    public void outlives(MemoryLocation loc) {
        if (!outliving.isEmpty() && outliving.contains(loc.owner)) {
            throw lose("the program changes a " + loc.owner.getClass().getName()
                    + " that an enum or interface holds, and so outlives an execution");
        }
    }

    /** The task gets on. */
    public void progress(Task task) {
        marks.folded |= task.spin.progress();
    }

    /** What it was asked to show, and showed. */
    public ReachabilityGoals goals() {
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

    /** What was left out of it. */
    public Incompleteness marks() {
        return marks;
    }

    /** All choices so far. */
    public int[] schedule() {
        return route.schedule();
    }

    /** What it came to; ask when it is over. */
    public ExecutionReport report() {
        return java.util.Objects.requireNonNull(report);
    }

    /** How many steps it took. */
    public int step() {
        return route.step();
    }

    /** How many threads it had. */
    public int tasks() {
        return tasks.size() - buffers.lanes();
    }

    /** What traces call a task. */
    public String nameOf(int task) {
        return tasks.get(task).name;
    }
}
