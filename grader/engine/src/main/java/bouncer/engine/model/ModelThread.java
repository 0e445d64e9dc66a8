package bouncer.engine.model;

import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import org.jspecify.annotations.Nullable;

/**
 * The replacement of {@code Thread} in instrumented code, also as a superclass: names, ids and hashes are the same in
 * every run of a schedule. It is never really started; the model runs its body.
 */
@SuppressWarnings("ThreadPriorityCheck") // inherited, as every thread's is
public class ModelThread extends Thread implements StableHash {
    private static final boolean NUMBERED = Runtime.version().feature() >= 19;

    private final long number = DeterministicIds.thread();
    private final int hash = DeterministicIds.hash(0);
    private boolean forkJoinWorker;

    public ModelThread() {
        super(DeterministicIds.name());
    }

    public ModelThread(@Nullable Runnable target) {
        super(target, DeterministicIds.name());
    }

    public ModelThread(@Nullable ThreadGroup group, @Nullable Runnable target) {
        super(group, target, DeterministicIds.name());
    }

    public ModelThread(String name) {
        super(name);
    }

    public ModelThread(@Nullable ThreadGroup group, String name) {
        super(group, name);
    }

    public ModelThread(@Nullable Runnable target, String name) {
        super(target, name);
    }

    public ModelThread(@Nullable ThreadGroup group, @Nullable Runnable target, String name) {
        super(group, target, name);
    }

    public ModelThread(@Nullable ThreadGroup group, @Nullable Runnable target, String name, long stackSize) {
        super(group, target, name, stackSize);
    }

    public ModelThread(
            @Nullable ThreadGroup group,
            @Nullable Runnable target,
            String name,
            long stackSize,
            boolean inheritInheritableThreadLocals) {
        super(group, target, name, stackSize, inheritInheritableThreadLocals);
    }

    // A new thread is as its maker is; the thread that runs this is a carrier, which the program does not know.
    {
        Execution execution = Execution.active();
        Task maker = execution == null ? null : execution.caller();
        setDaemon(maker != null && maker.thread().isDaemon());
        setPriority(maker == null ? NORM_PRIORITY : maker.thread().getPriority());
        if (maker != null) {
            Inheritance.inherit(maker.thread(), this);
        }
    }

    /** Makes it count as a worker of a fork-join pool. */
    protected final void workForkJoin() {
        forkJoinWorker = true;
    }

    public final boolean isForkJoinWorker() {
        return forkJoinWorker;
    }

    /** Returns the id of the thread, which follows the order of creation. */
    public final long number() {
        return number;
    }

    @Override
    public final int bouncer$hash() {
        return hash;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        ThreadGroup group = getThreadGroup();
        return "Thread[" + (NUMBERED ? "#" + number + "," : "") + getName() + "," + getPriority() + ","
                + (group == null ? "" : group.getName()) + "]";
    }
}
