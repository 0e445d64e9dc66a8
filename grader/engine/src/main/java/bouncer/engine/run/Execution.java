package bouncer.engine.run;

import bouncer.engine.Limits;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Pinned;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.Scheduler;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a program. Model threads run one at a time; each announces its next operation and calls {@link
 * #step}. When that returns, the caller must do the operation at once. The running thread asks the scheduler for the
 * next choice itself, so that a step needs a hand-over only if another thread is chosen. Confined to the driver and the
 * model thread that runs.
 */
public final class Execution {
    /** The number of times that one thread is unwound before it is abandoned. */
    private static final int MOST_ABORTS = 1_000;

    private static volatile @Nullable Execution active;

    private final Limits limits;
    private final Scheduler scheduler;
    private final Carrier carrier;
    private final boolean plainVisible;
    private final boolean libraryVisible;
    private final boolean racesEnd;
    private final ExecutionListener listener;
    private final ClassInitializers initialisers;
    private final Set<Object> outliving;

    private final Memory memory = new Memory();
    private final Actors actors = new Actors();
    private final ProgramObservers observers = new ProgramObservers();
    private final EnabledSet enabled;
    private final SchedulePrefix prefix;
    private final ExecutionResult result = new ExecutionResult();

    private int turns;
    private int unwound;
    private @Nullable Task running;
    private @Nullable PendingStores shown;
    private boolean aborting;

    /**
     * Creates an execution, which can be run once.
     *
     * @param plainVisible whether plain accesses of the program are steps; a data race does not end such an execution
     * @param libraryVisible whether plain accesses of relocated classes are steps
     * @param initialisers the static initialisers of the program
     * @param outliving objects that this execution may not change, because they would stay changed in the next one
     */
    public Execution(
            Limits limits,
            Scheduler scheduler,
            Carrier carrier,
            boolean plainVisible,
            boolean libraryVisible,
            ExecutionListener listener,
            ClassInitializers initialisers,
            Set<Object> outliving) {
        this.initialisers = initialisers;
        this.limits = limits;
        this.scheduler = scheduler;
        this.carrier = carrier;
        this.plainVisible = plainVisible;
        this.libraryVisible = libraryVisible;
        this.listener = listener;
        this.outliving = outliving;
        racesEnd = !plainVisible && limits.racesFail();
        enabled = new EnabledSet(actors.list, scheduler, observers, limits.timeoutsAsChoices());
        prefix = new SchedulePrefix(actors.list, enabled);
    }

    /** Returns the execution that runs in this process, or null. */
    public static @Nullable Execution active() {
        return active;
    }

    /**
     * Runs the execution to its end. The main thread must have been added.
     *
     * @param whenOver called at the end, before the threads are unwound
     */
    public void run(Runnable whenOver) {
        active = this;
        try {
            scheduler.begin();
            Task next = next();
            if (next != null) {
                carrier.drive(seat(next));
            }
            result.end(End.DONE);
            result.incompleteness().assumedInTimeIf(enabled.isAssumedInTime());
            if (result.end() != End.CUT) {
                scheduler.executionEnded(prefix);
            }
            whenOver.run();
            aborting = true;
            for (Task task = nextToUnwind(); task != null; task = nextToUnwind()) {
                carrier.discard(Objects.requireNonNull(task.seat));
            }
        } finally {
            active = null;
        }
        result.throwCrash();
    }

    private Object seat(Task task) {
        Object known = task.seat;
        if (known == null) {
            known = carrier.seat(() -> runOnSeat(task));
            task.seat = known;
        }
        return known;
    }

    /** Adds an actor, whose id is the number of actors so far. The parent is null for the main thread. */
    public void add(Actor actor, @Nullable Actor parent) {
        actors.add(actor);
        prefix.started(parent);
    }

    private void runOnSeat(Task task) {
        Object left = Objects.requireNonNull(task.seat);
        boolean continues = false;
        try {
            continues = !aborting && task.live();
        } catch (Abort e) {
            // Its execution is over.
        } finally {
            if (!continues) {
                task.end();
            }
            Task next = aborting ? nextToUnwind() : next();
            task.seat = null;
            carrier.leave(left, next == null ? null : seat(next));
        }
    }

    /** Returns a thread that has frames though the execution is over; null if there are no more. */
    private @Nullable Task nextToUnwind() {
        while (unwound < actors.list.size()) {
            if (actors.list.get(unwound++) instanceof Task task && task.seat != null && !task.hasEnded()) {
                running = task;
                return task;
            }
        }
        return null;
    }

    /** Returns the calling model thread, or null if the caller is another thread. */
    public @Nullable Task caller() {
        Task task = running;
        return task != null && task.seat != null && carrier.runs(task.seat) ? task : null;
    }

    /**
     * Waits until the pending operation of the calling thread is scheduled. The caller does it as soon as this returns.
     */
    public void step(Task task) {
        if (aborting) {
            throw abort(task);
        }
        if (task.isAtomic()) {
            task.steps().inside();
            return;
        }
        listener.announced(task);
        Task next = next();
        if (next != task) {
            hand(task, next);
        }
        listener.chosen(task);
    }

    private void hand(Task from, @Nullable Task to) {
        try {
            carrier.transfer(Objects.requireNonNull(from.seat), to == null ? null : seat(to));
        } catch (Pinned e) {
            // The thread is pinned here: the whole search starts again on another carrier.
            result.crash(e);
            aborting = true;
        }
        if (aborting) {
            throw abort(from);
        }
    }

    /** Unwinds a thread whose execution is over. */
    public Abort abort(Task task) {
        if (++task.aborts > MOST_ABORTS) {
            // Code that is not instrumented catches everything and continues: abandon its carrier.
            carrier.transfer(Objects.requireNonNull(task.seat), null);
        }
        return Abort.IT;
    }

    /** Ends the execution after what the calling thread does now, which is unwound to its first frame. */
    public Abort finish(Task task) {
        result.end(End.DONE, task);
        return Abort.IT;
    }

    /** Ends the execution and unwinds the calling thread. Never returns. */
    public Abort stop(End how, Task task) {
        result.end(how, task);
        hand(task, null);
        return Abort.IT;
    }

    /** Ends the execution because the program does something that cannot be explored. Never returns. */
    public RuntimeException lose(String why) {
        result.lose(why);
        Task task = caller();
        if (task != null) {
            hand(task, null);
        }
        throw Abort.IT;
    }

    /** Records that a thread unknown to the engine runs instrumented code. The execution ends at its next step. */
    public void foreign(String what) {
        result.loseAtNextStep(what);
    }

    private @Nullable Task next() {
        try {
            hideStores();
            Actor actor = pick();
            while (actor != null && actor.stepsByItself()) {
                actor = pick();
            }
            if (!(actor instanceof Task task)) {
                return null;
            }
            running = task;
            if (!task.stores().isEmpty()) {
                showStores(task.stores());
                task.stores().show();
            }
            return task;
        } catch (RuntimeException e) {
            // The engine's own failure: it must not be thrown into the program.
            result.crash(e);
            return null;
        }
    }

    private void hideStores() {
        if (shown != null) {
            shown.hide();
            shown = null;
        }
    }

    /** Makes memory show these stores until another actor is scheduled. */
    public void showStores(PendingStores stores) {
        shown = stores;
    }

    private @Nullable Actor pick() {
        if (result.hasEnded()) {
            return null;
        }
        Task blocked;
        if (result.reason() != null) {
            result.end(End.UNCONTROLLED);
        } else if (prefix.step() >= limits.steps()) {
            result.end(End.TRUNCATED);
        } else if (!enabled.anyEnabled() && !enabled.atQuiescence()) {
            result.end(enabled.onlyIdle() ? End.DONE : End.BLOCKED);
        } else if ((blocked = actors.blockedForbidden(enabled)) != null) {
            result.end(End.WAITED, blocked);
        } else {
            int choice = scheduler.choose(prefix);
            if (choice != Scheduler.CUT) {
                return take(choice);
            }
            result.end(End.CUT);
        }
        return null;
    }

    private Actor take(int choice) {
        Actor actor = actors.list.get(Scheduler.task(choice));
        listener.scheduled(actor, enabled);
        actor.choose(Scheduler.branch(choice));
        actor.countStep();
        prefix.took(choice);
        turns = 0;
        enabled.doing(actor);
        return actor;
    }

    /** Reports that the step under way touches a location that it did not announce. */
    public void lateAccess(MemoryLocation location, AccessKind access) {
        scheduler.lateAccess(prefix, location, access);
    }

    /** Records that a thread changed a location visibly to others. */
    public void changed(Task task, MemoryLocation location) {
        flushed(location);
        checkOutliving(location);
        progress(task);
    }

    /** Records a change of a location by a flusher. */
    public void flushed(MemoryLocation location) {
        location.version++;
        enabled.changed();
    }

    /** Ends the execution if a location is part of an object that outlives it. */
    public void checkOutliving(MemoryLocation location) {
        if (!outliving.isEmpty() && outliving.contains(location.owner)) {
            throw lose("the program changes a " + location.owner.getClass().getName()
                    + " that an enum or interface holds, and so outlives an execution");
        }
    }

    /** Records that a thread made progress: it did more than read unchanged locations again. */
    public void progress(Task task) {
        result.incompleteness().countedLooksIf(task.spin().progress() && actors.hasOther(task));
    }

    /** Suggests the actor that takes the next step; the scheduler may choose another. */
    public void continueWith(Actor actor) {
        prefix.continueWith(actor);
    }

    /** Returns the enabled branches of all actors. */
    public EnabledSet enabled() {
        return enabled;
    }

    /** Counts a backward jump, and returns their number since the last step. */
    public int countTurn() {
        return ++turns;
    }

    /** Returns the number of backward jumps since the last step. */
    public int turns() {
        return turns;
    }

    /** Resets the number of backward jumps to 0. */
    public void resetTurns() {
        turns = 0;
    }

    /** Returns the most actors that this execution may have, and the scheduler can order. */
    public int mostActors() {
        return Math.min(limits.threads(), scheduler.mostTasks());
    }

    /** Returns the threads and store buffers of this execution. */
    public Actors actors() {
        return actors;
    }

    /** Returns the locations that the execution has touched. */
    public Memory memory() {
        return memory;
    }

    /** Returns the limits of the execution. */
    public Limits limits() {
        return limits;
    }

    /** Returns the static initialisers of the program. */
    public ClassInitializers initialisers() {
        return initialisers;
    }

    int spuriousWakeups() {
        return limits.spuriousWakeups();
    }

    /** Returns the listener to events of the execution. */
    public ExecutionListener listener() {
        return listener;
    }

    /** Returns what the program has installed through {@link bouncer.engine.Model}. */
    public ProgramObservers observers() {
        return observers;
    }

    /** Returns true while the threads are unwound after the end. */
    public boolean aborting() {
        return aborting;
    }

    boolean racesEnd() {
        return racesEnd;
    }

    boolean libraryVisible() {
        return libraryVisible;
    }

    /** Returns true if plain accesses of the program are steps. */
    public boolean plainVisible() {
        return plainVisible;
    }

    /** Returns what the execution has shown so far. */
    public ExecutionResult result() {
        return result;
    }

    /** Returns all choices so far, as a copy. */
    public int[] schedule() {
        return prefix.choices();
    }

    /** Returns the dependence of a task's next step; see {@link Scheduler#dependence}. */
    public int @Nullable [] dependence(Task task) {
        return scheduler.dependence(task.id());
    }

    /** Returns the number of steps so far. */
    public int steps() {
        return prefix.step();
    }
}
