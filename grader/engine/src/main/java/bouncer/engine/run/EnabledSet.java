package bouncer.engine.run;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.schedule.Scheduler;
import java.util.Arrays;
import java.util.List;

/**
 * The enabled actors of an execution with their branches, and the virtual time. Time passes only when no actor is
 * enabled otherwise. A thread that computes for long runs ahead of the common time, and so does, where timeouts are
 * choices, a thread whose wait ended by one; a thread that reads what such a thread wrote catches up with it.
 */
public final class EnabledSet {
    /** The number of timers that may fire in a row while nothing changes; more count as endless polling. */
    private static final int IDLE_TICKS = 1_000;

    /** A timeout of more than a year counts as none: the search never ends such a wait by it. */
    private static final long NEVER_NANOS = 365L * 24 * 3_600 * 1_000_000_000;

    private final List<Actor> actors;
    private final Scheduler scheduler;
    private int[] branches = new int[8];
    private long now;
    private int ticks;
    private boolean timeoutsAsChoices;
    /** Whether some thread has computed for so long that its time is ahead. */
    private boolean worked;

    /** Takes the list of an execution's actors, which grows. */
    EnabledSet(List<Actor> actors, Scheduler scheduler, boolean timeoutsAsChoices) {
        this.actors = actors;
        this.scheduler = scheduler;
        this.timeoutsAsChoices = timeoutsAsChoices;
    }

    /**
     * Returns the enabled branches of an actor at the last choice, as a set of {@link Branch}; 0 if it is not enabled.
     */
    public int branches(int actor) {
        return actor < branches.length ? branches[actor] : 0;
    }

    /** Records a change, after which a timer that fires is not idle polling. */
    void changed() {
        ticks = 0;
    }

    /** Returns true if timed waits may end by timeout at any moment. */
    boolean timeoutsAsChoices() {
        return timeoutsAsChoices;
    }

    /** Propagates virtual time between an actor that takes its step and the locations that the step touches. */
    void doing(Actor actor) {
        PendingOperation op = actor.operation();
        boolean late = op.choices() == 0 && Branch.LATE.is(actor.branch());
        boolean timesDiffer = timeoutsAsChoices || worked;
        for (int i = 0; timesDiffer && i < op.size(); i++) {
            // Additions commute, so they must not exchange their times.
            if (op.access(i) != AccessKind.ADD) {
                actor.reaches(op.location(i).time);
            }
        }
        boolean timeout = op.choices() == 0 && Branch.TIMEOUT.is(actor.branch()) && op.isTimed();
        if (late || (timeout && op.deadline() != Long.MAX_VALUE)) {
            actor.reaches(op.deadline());
        }
        for (int i = 0; timesDiffer && i < op.size(); i++) {
            // Reads commute, so they leave no time.
            if (op.access(i) != AccessKind.READ) {
                op.location(i).time = Math.max(op.location(i).time, time(actor));
            }
        }
        actor.setLate(late);
        if (late) {
            actor.choose(Branch.READY.ordinal());
        }
    }

    /** Returns the virtual time of an actor, in nanoseconds. */
    public long time(Actor actor) {
        return Math.max(now, actor.time());
    }

    /** Advances the time of an actor that has computed for one grain. */
    public void works(Actor actor) {
        actor.reaches(time(actor) + VirtualTime.GRAIN);
        worked = true;
    }

    /** Finds the enabled branches of all actors, and returns true if any actor is enabled. */
    boolean anyEnabled() {
        if (actors.size() > branches.length) {
            branches = Arrays.copyOf(branches, 2 * actors.size());
        }
        boolean any = false;
        for (int i = 0; i < actors.size(); i++) {
            int can = branchesNow(actors.get(i));
            branches[i] = can;
            any |= can != 0;
        }
        return any;
    }

    /** Returns the enabled branches of an actor as of now; see {@link #branches(int)}. */
    public int branchesNow(Actor actor) {
        return actor.hasEnded() ? 0 : branchesOf(actor);
    }

    private int branchesOf(Actor actor) {
        PendingOperation op = actor.operation();
        if (op.kind() == OperationKind.QUIET) {
            return 0;
        }
        boolean ready = op.isReady();
        op.findLateTargets();
        if (op.choices() > 0) {
            return ready ? (int) ((1L << op.choices()) - 1) : 0;
        }
        int can = ready ? Branch.READY.mask() : 0;
        if (op.isInterruptible() && actor.isInterrupted()) {
            can |= Branch.INTERRUPT.mask();
        }
        long time = time(actor);
        boolean over = time >= op.deadline();
        boolean may = timeoutsAsChoices && op.deadline() - time < NEVER_NANOS;
        if (!ready && op.isTimed() && (over || may)) {
            can |= Branch.TIMEOUT.mask();
        }
        if (ready && op.isDue() && !over && may) {
            can |= Branch.LATE.mask();
        }
        if (ready ? op.isWeak() && actor.mayFailWeakly() : op.isSpurious() && actor.mayWakeSpuriously()) {
            can |= Branch.SPURIOUS.mask();
        }
        return can;
    }

    /**
     * Called when no actor is enabled: enables a thread that waits for quiescence, or lets time pass. Returns true if
     * any actor is enabled then.
     */
    boolean atQuiescence() {
        for (Actor actor : actors) {
            if (!actor.hasEnded() && actor.operation().kind() == OperationKind.QUIET) {
                branches[actor.id()] = Branch.READY.mask();
                scheduler.quiescence();
                return true;
            }
        }
        long first = Long.MAX_VALUE;
        for (Actor actor : actors) {
            PendingOperation op = actor.operation();
            if (!actor.hasEnded() && op.isTimed() && !(op.isIdle() && onlyIdle())) {
                first = Math.min(first, op.deadline());
            }
        }
        if (first == Long.MAX_VALUE || ++ticks > IDLE_TICKS) {
            return false;
        }
        now = Math.max(now, first);
        scheduler.quiescence();
        return anyEnabled();
    }

    /** Returns true if all actors that have not ended may stay blocked. */
    boolean onlyIdle() {
        for (Actor actor : actors) {
            if (!actor.hasEnded() && !actor.operation().isIdle()) {
                return false;
            }
        }
        return true;
    }
}
