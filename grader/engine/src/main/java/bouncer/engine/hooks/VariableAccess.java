package bouncer.engine.hooks;

import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ModelTask;
import org.jspecify.annotations.Nullable;

/**
 * The access through a VarHandle that is under way, between its step and the access itself. No other thread runs in
 * between.
 */
final class VariableAccess {
    private static @Nullable VariableAccess current;

    private final ModelTask task;
    private final MemoryLocation location;
    private final VarMode mode;
    private @Nullable BufferedStore store;
    private @Nullable Runnable undo;

    private VariableAccess(ModelTask task, MemoryLocation location, VarMode mode) {
        this.task = task;
        this.location = location;
        this.mode = mode;
    }

    /** Begins the access of a thread to a location. */
    static VariableAccess begin(ModelTask task, MemoryLocation location, VarMode mode) {
        VariableAccess access = new VariableAccess(task, location, mode);
        current = access;
        return access;
    }

    /** Returns the access of a thread that is under way, or null. */
    static @Nullable VariableAccess of(@Nullable ModelTask task) {
        VariableAccess access = current;
        return access != null && access.task == task ? access : null;
    }

    /** Ends the access under way. */
    static void end() {
        current = null;
    }

    MemoryLocation location() {
        return location;
    }

    VarMode mode() {
        return mode;
    }

    /** Returns the store, or null if it is visible to other threads at once. */
    @Nullable
    BufferedStore store() {
        return store;
    }

    /** Sets the store in the thread's store buffer. */
    void stores(BufferedStore into) {
        store = into;
    }

    /** Makes this a compare-and-set that fails spuriously: the action undoes its effect. */
    void undoneBy(Runnable action) {
        undo = action;
    }

    /** Undoes the access if it must fail spuriously; returns true if it was undone. */
    boolean undo() {
        if (undo == null) {
            return false;
        }
        undo.run();
        end();
        return true;
    }
}
