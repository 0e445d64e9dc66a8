package bouncer.engine.hooks;

import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.buffer.Buffers;
import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.model.ModelTask;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.schedule.OperationKind;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Library calls in instrumented code that are accesses: of collections as wholes, and of variables through VarHandles.
 */
public final class LibraryCalls {
    private static final LibraryClasses LIBRARY = LibraryClasses.standard();

    private LibraryCalls() {}

    /** Before a call on a collection, or on what may be one. */
    public static void before(@Nullable Object receiver, String method) {
        ModelTask task = ModelTask.controlled();
        if (task == null || receiver == null || !unguarded(receiver)) {
            return;
        }
        task.execution().result().countPoint();
        if (synchronised(receiver)) {
            // The call takes the receiver's own monitor, and may call the program while it holds it.
            task.monitors().enter(receiver);
            return;
        }
        Memory memory = task.execution().memory();
        MemoryLocation location = memory.at(memory.whole(receiver), LocationSlots.WHOLE);
        boolean read = LIBRARY.isRead(method);
        if (read) {
            task.steps().plainRead(location, method);
        } else {
            task.steps().plainWrite(location, method);
        }
        OperationKind kind = read ? OperationKind.PLAIN_READ : OperationKind.PLAIN_WRITE;
        task.execution().listener().called(task, location, method, kind);
    }

    /** After a call on what may be synchronized, however it ended. */
    public static void over(@Nullable Object receiver) {
        if (receiver != null && synchronised(receiver)) {
            ModelTask task = ModelTask.find();
            if (task != null) {
                task.monitors().exit(receiver);
            }
        }
    }

    /** After it: an iterator or a view stands for the collection it came from. */
    public static void after(@Nullable Object result, @Nullable Object receiver) {
        if (result instanceof java.util.Iterator<?>
                || result instanceof java.util.Collection<?>
                || result instanceof java.util.Map<?, ?>
                || result instanceof java.util.Map.Entry<?, ?>) {
            ModelTask task = ModelTask.find();
            if (task != null && receiver != null && result != receiver && isView(result)) {
                task.execution().memory().isViewOf(result, receiver);
            }
        }
    }

    /** Views are inner classes of the collections; what is stored in a collection mostly is not. */
    private static boolean isView(Object result) {
        return unguarded(result) && result.getClass().getName().indexOf('$') >= 0;
    }

    private static boolean synchronised(Object receiver) {
        String type = receiver.getClass().getName();
        return type.startsWith("java.util.Collections$Synchronized")
                || receiver instanceof java.util.Vector<?>
                || receiver instanceof java.util.Hashtable<?, ?>
                || receiver instanceof StringBuffer;
    }

    private static boolean unguarded(Object receiver) {
        String type = receiver.getClass().getName();
        return (type.startsWith("java.util.")
                        && !type.startsWith("java.util.concurrent.")
                        && !type.contains("Immutable"))
                || receiver instanceof java.util.IdentityHashMap<?, ?>
                || type.startsWith("bouncer.engine.library.IdentityHashMap$")
                || type.startsWith("java.lang.StringBu");
    }

    /** Before an access through a VarHandle. */
    public static void variable(VarHandle handle, @Nullable Object owner, int index, String method) {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            return;
        }
        MemoryLocation location = Variables.find(task.execution().memory(), handle, owner, index);
        if (location == null) {
            throw task.execution().lose("a VarHandle of an unknown origin is used");
        }
        VarMode mode = VarMode.of(method);
        if (mode.order() == MemoryMode.PLAIN) {
            if (mode.writes()) {
                task.steps().plainWrite(location, method);
            } else {
                task.steps().plainRead(location, method);
            }
            VariableAccess.begin(task, location, mode);
            return;
        }
        if (mode.isWeakStore()) {
            BufferedStore store =
                    Buffers.begin(task, location, mode.write(), () -> new HandleCell(handle, owner, index));
            if (store != null) {
                VariableAccess.begin(task, location, mode).stores(store);
                return;
            }
        } else if (mode.writes()) {
            task.steps().drainBefore(mode.order());
        }
        AccessKind kind = mode.writes() ? AccessKind.WRITE : AccessKind.READ;
        task.steps().announce(location, mode.kind(), method, kind, mode.weak());
        VariableAccess access = VariableAccess.begin(task, location, mode);
        if (task.steps().failsWeakly()) {
            HandleCell cell = new HandleCell(handle, owner, index);
            Object found = cell.get();
            access.undoneBy(() -> cell.set(found));
        } else if (mode.reads()) {
            task.steps().read(location, mode.read());
        }
    }

    /** After an access that may have written. */
    public static void updated() {
        finish(true, null);
    }

    /** Called after a compare-and-set; returns the result for the caller. */
    public static boolean compared(boolean success) {
        ModelTask task = ModelTask.find();
        VariableAccess access = VariableAccess.of(task);
        if (access != null && access.undo()) {
            return false;
        }
        finish(success, success);
        return success;
    }

    private static void finish(boolean wrote, @Nullable Object result) {
        ModelTask task = ModelTask.find();
        VariableAccess access = VariableAccess.of(task);
        if (task == null || access == null) {
            return;
        }
        MemoryLocation location = access.location();
        VarMode mode = access.mode();
        BufferedStore store = access.store();
        VariableAccess.end();
        ExecutionListener listener = task.execution().listener();
        if (store != null) {
            Buffers.end(task, store);
            listener.stored(task, location, mode.name(), store.value(), store);
            return;
        }
        if (mode.order() != MemoryMode.PLAIN && mode.writes() && wrote) {
            task.steps().wrote(location, mode.write(), mode.reads());
        }
        listener.called(task, location, mode.name(), OperationKind.UPDATE);
        if (result != null) {
            listener.value(task, result);
        }
    }
}
