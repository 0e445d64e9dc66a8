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

    /** Waits that end within so many times the time to the first deadline may end in any order. */
    private static final int SOON = 4;
    /** A wait with a limit of at least this is not taken to end by it while others can run. */
    private static final long GENEROUS_NANOS = 300_000_000L;

    private final List<Actor> actors;
    private final Scheduler scheduler;
    private final ProgramObservers observers;
    private int[] branches = new int[8];
    private long now;
    private int ticks;
    private boolean timeoutsAsChoices;
    private boolean inTime;
    /** Whether some thread has computed or slept for so long that its time is ahead. */
    private boolean ahead;
    /** Whether some wait of a limited time was taken to end by what it waits for, as its limit is generous. */
    private boolean assumedInTime;

    /** Takes the list of an execution's actors, which grows. */
    EnabledSet(List<Actor> actors, Scheduler scheduler, ProgramObservers observers, boolean timeoutsAsChoices) {
        this.observers = observers;
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
    /** Sets whether timeouts are no choices for now, though they are by the limits of the search. */
    public void setInTime(boolean on) {
        inTime = on;
    }

    boolean timeoutsAsChoices() {
        return timeoutsAsChoices;
    }

    /** Propagates virtual time between an actor that takes its step and the locations that the step touches. */
    void doing(Actor actor) {
        PendingOperation op = actor.operation();
        boolean late = op.choices() == 0 && Branch.LATE.is(actor.branch());
        boolean timesDiffer = timeoutsAsChoices || ahead;
        for (int i = 0; timesDiffer && i < op.size(); i++) {
            // Additions commute, so they must not exchange their times.
            if (op.access(i) != AccessKind.ADD) {
                actor.reaches(op.location(i).time);
            }
        }
        boolean timeout = op.choices() == 0 && Branch.TIMEOUT.is(actor.branch()) && op.isTimed();
        boolean woken = op.kind() == OperationKind.SLEEP && Branch.READY.is(actor.branch());
        if (late || ((timeout || woken) && op.deadline() != Long.MAX_VALUE)) {
            ahead |= op.deadline() > now;
            actor.reaches(op.deadline());
        }
        assumedInTime |= isAssumedInTime(actor, op);
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

    /** Returns the virtual time that all actors have reached, in nanoseconds. */
    public long now() {
        return now;
    }

    /** Returns the virtual time of an actor, in nanoseconds. */
    public long time(Actor actor) {
        return Math.max(now, actor.time());
    }

    /** Advances the time of an actor that has computed for one grain. */
    public void works(Actor actor) {
        actor.reaches(time(actor) + VirtualTime.GRAIN);
        ahead = true;
    }

    /**
     * Returns true if an operation with a short limit of time was blocked while others ran, and then completed: had they
     * been slower, it could have timed out.
     */
    private boolean isAssumedInTime(Actor actor, PendingOperation op) {
        return !timeoutsAsChoices
                && op.isDue()
                && op.isPassedOver()
                && !op.isIdle()
                && op.kind() != OperationKind.SLEEP
                && op.choices() == 0
                && Branch.READY.is(actor.branch())
                && op.deadline() - time(actor) < GENEROUS_NANOS;
    }

    /** Returns true if the execution is one of several that differ in which of its waits were too slow. */
    boolean isAssumedInTime() {
        return assumedInTime;
    }

    /** Returns true if an actor sleeps, and is enabled only because other actors may take any time. */
    boolean isAsleep(Actor actor) {
        return !actor.hasEnded()
                && actor.operation().isFree()
                && branches(actor.id()) == Branch.TIMEOUT.mask()
                && time(actor) < actor.operation().deadline();
    }

    /**
     * Finds the enabled branches of all actors, and returns true if any actor is enabled. If all that are sleep, time
     * passes until the first of them, or of those that wait, wakes by it.
     */
    boolean anyEnabled() {
        boolean any = find();
        boolean awake = false;
        boolean asleep = false;
        boolean quiet = false;
        for (Actor actor : actors) {
            boolean sleeps = isAsleep(actor);
            asleep |= sleeps;
            awake |= !sleeps && branches[actor.id()] != 0;
            quiet |= !actor.hasEnded() && actor.operation().kind() == OperationKind.QUIET;
        }
        if (quiet && asleep) {
            // A thread waits until all others rest, which those that sleep do.
            for (Actor actor : actors) {
                if (isAsleep(actor)) {
                    branches[actor.id()] = 0;
                }
            }
            return awake;
        }
        if (asleep && !awake) {
            passTime();
            scheduler.timePasses();
            return find();
        }
        for (Actor actor : actors) {
            if (awake && branches[actor.id()] == 0 && !actor.hasEnded()) {
                actor.operation().passOver();
            }
        }
        return any;
    }

    /**
     * Lets time pass to the first deadline. Waits that would end soon after that may end now, as no order of deadlines
     * is certain.
     *
     * @return false if there is no deadline
     */
    private boolean passTime() {
        long first = Long.MAX_VALUE;
        boolean onlyIdle = onlyIdle();
        for (Actor actor : actors) {
            PendingOperation op = actor.operation();
            if (!actor.hasEnded() && !actor.isHeld() && op.isTimed() && !(mayStay(actor) && onlyIdle)) {
                first = Math.min(first, op.deadline());
            }
        }
        if (first == Long.MAX_VALUE || first - now >= NEVER_NANOS) {
            return false;
        }
        observers.rest();
        long soon = VirtualTime.later(now, SOON * Math.min(Math.max(0, first - now), NEVER_NANOS));
        for (Actor actor : isTimeMeasured() ? List.<Actor>of() : actors) {
            PendingOperation op = actor.operation();
            if (!actor.hasEnded() && op.isTimed() && op.deadline() <= soon && !(mayStay(actor) && onlyIdle)) {
                op.expire();
            }
        }
        now = Math.max(now, first);
        return true;
    }

    /**
     * Returns true if a thread sleeps for the caller of the program, which measures by it: deadlines pass in their order
     * then.
     */
    private boolean isTimeMeasured() {
        for (Actor actor : actors) {
            PendingOperation op = actor.operation();
            if (!actor.hasEnded()
                    && op.kind() == OperationKind.SLEEP
                    && op.guard == Enabledness.NEVER
                    && !op.isFree()) {
                return true;
            }
        }
        return false;
    }

    /** Lets a thread that spins look again, as it may leave its loop by itself; returns false if there is none. */
    private boolean releaseSpinner() {
        for (Actor actor : actors) {
            if (!actor.hasEnded()
                    && actor.operation().kind() == OperationKind.SPIN
                    && actor.operation().guard instanceof SpinLoopDetector spin
                    && spin.mayGoOn()) {
                branches[actor.id()] = Branch.READY.mask();
                scheduler.quiescence();
                return true;
            }
        }
        return false;
    }

    private boolean find() {
        if (actors.size() > branches.length) {
            branches = Arrays.copyOf(branches, 2 * actors.size());
        }
        boolean any = false;
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            int can = actor.isHeld() ? 0 : branchesNow(actor);
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
        if (op.isInterruptible() && actor.isInterrupted() && !(ready && op.isReadyFirst())) {
            can |= Branch.INTERRUPT.mask();
        }
        long time = time(actor);
        boolean over = time >= op.deadline() || op.isExpirable() || maySleepOut(actor, op);
        boolean may = timeoutsAsChoices && !inTime && !op.isPunctual() && op.deadline() - time < NEVER_NANOS;
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
        if (++ticks > IDLE_TICKS || !passTime()) {
            return releaseSpinner();
        }
        scheduler.quiescence();
        return find();
    }

    /** Returns true if all actors that have not ended may stay blocked. */
    boolean onlyIdle() {
        for (Actor actor : actors) {
            if (!actor.hasEnded() && !mayStay(actor)) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if a wait may end at any moment, unless only threads are left for which no program waits. */
    private boolean maySleepOut(Actor actor, PendingOperation op) {
        return op.isFree() && !(actor.isBackground() && onlyIdle());
    }

    /** Returns true if it is no failure that an actor is blocked when the program has ended. */
    private static boolean mayStay(Actor actor) {
        return actor.operation().isIdle() || actor.isBackground();
    }
}
