package bouncer.engine.run;

import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The threads and store buffers of one execution, numbered in the order in which they start. Not thread-safe. */
public final class Actors {
    /** All actors, for the classes of this package that read it at every step. */
    final List<Actor> list = new ArrayList<>();

    private final List<Actor> view = Collections.unmodifiableList(list);
    private int threads;
    private int forbidden;

    Actors() {}

    void add(Actor actor) {
        list.add(actor);
        threads += actor instanceof Task ? 1 : 0;
    }

    /** Returns all actors in the order of their numbers, as an unmodifiable view that grows with the execution. */
    public List<Actor> all() {
        return view;
    }

    /** Returns the number of actors so far, which is the number of the next one. */
    public int size() {
        return list.size();
    }

    /** Returns the number of threads so far, including those that have ended. */
    public int threads() {
        return threads;
    }

    /** Returns the task that runs a thread of the program, or null if the thread is none of this execution. */
    public @Nullable Task find(Thread thread) {
        for (Actor actor : list) {
            if (actor instanceof Task task && task.thread() == thread) {
                return task;
            }
        }
        return null;
    }

    /** Returns true if any other thread has not ended. */
    boolean hasOther(Task one) {
        for (Actor actor : list) {
            if (actor != one && actor instanceof Task && !actor.hasEnded()) {
                return true;
            }
        }
        return false;
    }

    /** Changes the number of threads that must not block. */
    void countForbidden(int more) {
        forbidden += more;
    }

    /**
     * Returns true if any thread must not block. To hold a monitor is a step then, so that the search finds the
     * interleavings in which another thread blocks on it.
     */
    public boolean isBlockingForbidden() {
        return forbidden > 0;
    }

    /**
     * Returns a thread that is blocked though it must not block, or null. While a thread can run that the program has
     * started itself, others may wait for it, unless they wait for one that must not block either.
     */
    @Nullable
    Task blockedForbidden(EnabledSet enabled) {
        if (forbidden == 0) {
            return null;
        }
        boolean helped = false;
        for (Actor actor : list) {
            helped |= actor instanceof Task task && task.isOfProgram() && enabled.branches(task.id()) != 0;
        }
        for (Actor actor : list) {
            if (actor instanceof Task task
                    && task.mustNotWait() != null
                    && task.operation().kind() != OperationKind.SLEEP
                    && enabled.branches(task.id()) == 0
                    && task.isWaiting()
                    && !(helped && mayBeHelped(task))) {
                return task;
            }
        }
        return null;
    }

    private boolean mayBeHelped(Task task) {
        Thread holder = task.operation().holder();
        Task other = holder == null ? null : find(holder);
        return other == null || other.isOfProgram();
    }
}
