package bouncer.engine.run;

/** Takes steps in an execution: a model thread, or the flusher of a store buffer. Confined to the thread that runs. */
public abstract class Actor {
    private final int id;
    private final String name;
    private final PendingOperation operation = new PendingOperation();
    private boolean ended;
    /** How many steps it may take before it is held; below 0 without a limit. */
    private int allowed = -1;

    private long time;
    private int branch;

    /**
     * An actor that has not taken a step.
     *
     * @param id its number in the order of starts; the main thread is 0
     * @param name what traces call it
     */
    protected Actor(int id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Returns the number in the order of starts; the main thread is 0. */
    public final int id() {
        return id;
    }

    /** Returns the name of the actor in traces. */
    public final String name() {
        return name;
    }

    /** Returns the pending operation of the actor, or the one under way. */
    public final PendingOperation operation() {
        return operation;
    }

    /** Takes the scheduled step itself if no thread has to run for it, and returns true if it did. */
    protected abstract boolean stepsByItself();

    /** Returns true if the actor takes no more steps; a flusher may begin again. */
    public final boolean hasEnded() {
        return ended;
    }

    /** Returns true if the program has stopped it for now; see {@code Model.hold}. */
    public final boolean isHeld() {
        return allowed == 0;
    }

    /** Returns true if the actor is, or will be, stopped. */
    public final boolean mayBeHeld() {
        return allowed >= 0;
    }

    /** Stops the actor after so many steps; below 0 lets it go on. */
    public final void hold(int steps) {
        allowed = steps;
    }

    final void countStep() {
        allowed -= allowed > 0 ? 1 : 0;
    }

    /** Sets whether the actor takes no more steps. */
    protected final void setEnded(boolean over) {
        ended = over;
    }

    /** Returns the actor's own virtual time in nanoseconds, if it runs ahead of the common time. */
    public final long time() {
        return time;
    }

    /** Advances the actor's time to at least this. */
    public final void reaches(long least) {
        time = Math.max(time, least);
    }

    /** Returns the branch, or the number of the alternative, in which its operation completes. */
    public final int branch() {
        return branch;
    }

    final void choose(int number) {
        branch = number;
    }

    /** Sets whether the step under way was delayed until its deadline had passed. */
    void setLate(boolean heldUp) {}

    /** Returns true if a program ends without waiting for it. */
    boolean isBackground() {
        return false;
    }

    boolean isInterrupted() {
        return false;
    }

    boolean mayWakeSpuriously() {
        return false;
    }

    boolean mayFailWeakly() {
        return false;
    }
}
