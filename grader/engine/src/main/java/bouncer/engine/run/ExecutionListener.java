package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Receives the events of an execution for its trace. Must not change the execution. All methods do nothing by default.
 */
public interface ExecutionListener {
    /** Listens to nothing. */
    ExecutionListener NONE = new ExecutionListener() {};

    /** An actor was scheduled, from those that are enabled. */
    default void scheduled(Actor actor, EnabledSet enabled) {}

    /** A thread announces its operation. */
    default void announced(Task task) {}

    /** A thread is about to do its operation, in the branch that was chosen. */
    default void chosen(Task task) {}

    /** A thread accesses a variable. */
    default void accessed(Task task, MemoryLocation location, OperationKind kind) {}

    /** A thread calls a method of a library object. */
    default void called(Task task, MemoryLocation location, String method, OperationKind kind) {}

    /** A thread's access races with an earlier one; the method is null for the access of a variable. */
    default void raced(Task task, MemoryLocation location, OperationKind kind, @Nullable String method) {}

    /**
     * A thread stores in a mode weaker than volatile.
     *
     * @param store what {@link #flushed} will name; null if all threads see it at once
     */
    default void stored(
            Task task, MemoryLocation location, String method, @Nullable Object value, @Nullable Object store) {}

    /** A store becomes visible to other threads. */
    default void flushed(Task task, MemoryLocation location, Object store) {}

    /** The thread's last access read or wrote this value, or its last call returned it. */
    default void value(Task task, @Nullable Object value) {}

    /** The thread's last event has a remark. */
    default void said(Task task, Supplier<String> words) {}

    /** The thread's last event acquired, or released, a lock. */
    default void locked(Task task, MemoryLocation lock, boolean acquired) {}

    /** A thread leaves a monitor. */
    default void unlocked(Task task, MemoryLocation monitor) {}

    /** The calling thread was found in an endless loop. */
    default void loops(Task task) {}

    /** A final field was seen to hold an object. */
    default void named(Object value, String field) {}
}
