package bouncer.engine.run;

/** Takes steps in an execution: a model thread, or the flusher of a store buffer. Used under control only. */
public abstract class Actor {
    private final int id;
    private final String name;
    private final PendingOperation operation = new PendingOperation();
    private boolean ended;
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

    /** Its number in the order of starts; the main thread is 0. */
    public final int id() {
        return id;
    }

    /** What traces call it. */
    public final String name() {
        return name;
    }

    /** What it is about to do, or does. */
    public final PendingOperation operation() {
        return operation;
    }

    /** Takes the step that was scheduled, if no thread has to run for it; answers whether it did. */
    protected abstract boolean stepsByItself();

    /** Whether it takes no more steps; a flusher may begin again. */
    public final boolean hasEnded() {
        return ended;
    }

    /** Says whether it takes no more steps. */
    protected final void setEnded(boolean over) {
        ended = over;
    }

    /** Its virtual time in nanoseconds, where it runs ahead of the common one. */
    public final long time() {
        return time;
    }

    /** Its time is at least this. */
    public final void reaches(long least) {
        time = Math.max(time, least);
    }

    /** The branch, or the number of the alternative, in which its operation completes. */
    public final int branch() {
        return branch;
    }

    final void choose(int number) {
        branch = number;
    }

    /** Says whether its step under way was held up until its deadline had passed. */
    void setLate(boolean heldUp) {}

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
