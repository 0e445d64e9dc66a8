package bouncer.engine.hooks;

import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.buffer.Buffers;
import bouncer.engine.library.LibraryClasses;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.Monitors;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Steps;
import bouncer.engine.run.Task;
import bouncer.engine.run.WeakFailures;
import bouncer.engine.schedule.OperationKind;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Reports of library calls in instrumented code: collections as wholes, and variables through VarHandles. */
public final class LibraryCalls {
    private static final LibraryClasses LIBRARY = LibraryClasses.standard();

    private LibraryCalls() {}

    /** Before a call on a collection, or on what may be one. */
    public static void before(@Nullable Object receiver, String method) {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x == null || task == null || receiver == null || !unguarded(receiver)) {
            return;
        }
        x.points++;
        if (synchronised(receiver)) {
            // The call takes the receiver's own monitor, and may call the program while it holds it.
            Monitors.enter(x, task, receiver);
            return;
        }
        MemoryLocation loc = x.memory.at(x.views.getOrDefault(receiver, receiver), LocationSlots.WHOLE);
        if (LIBRARY.isRead(method)) {
            Steps.plainRead(x, task, loc, method);
        } else {
            Steps.plainWrite(x, task, loc, method);
        }
        if (x.recorder != null) {
            x.recorder.call(
                    x,
                    task,
                    loc,
                    method,
                    LIBRARY.isRead(method) ? OperationKind.PLAIN_READ : OperationKind.PLAIN_WRITE);
        }
    }

    /** After a call on what may be synchronised, however it ended. */
    public static void over(@Nullable Object receiver) {
        if (receiver != null && synchronised(receiver)) {
            Execution x = Execution.active();
            Task task = x == null ? null : x.caller();
            if (x != null && task != null) {
                Monitors.exit(x, task, receiver);
            }
        }
    }

    /** After it: an iterator or a view stands for the collection it came from. */
    public static void after(@Nullable Object result, @Nullable Object receiver) {
        if (result instanceof java.util.Iterator<?>
                || result instanceof java.util.Collection<?>
                || result instanceof java.util.Map<?, ?>
                || result instanceof java.util.Map.Entry<?, ?>) {
            Execution x = Execution.active();
            if (x != null && x.caller() != null && receiver != null && result != receiver && isView(result)) {
                x.views.put(result, x.views.getOrDefault(receiver, receiver));
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
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x == null || task == null) {
            return;
        }
        x.points++;
        MemoryLocation loc = Variables.find(x, handle, owner, index);
        if (loc == null) {
            throw x.lose("a VarHandle of an unknown origin is used");
        }
        task.undo = null;
        VarMode mode = VarMode.of(method);
        task.variable = loc;
        task.mode = mode;
        task.opaque = mode.order() == 1;
        task.storing = null;
        if (mode.order() == 0) {
            if (mode.writes()) {
                Steps.plainWrite(x, task, loc, method);
            } else {
                Steps.plainRead(x, task, loc, method);
            }
        } else {
            if (mode.weakStore()) {
                task.storing =
                        x.buffers.begin(task, loc, mode.writeOrder(), () -> new HandleCell(handle, owner, index));
                if (task.storing != null) {
                    return;
                }
            } else if (mode.writes()) {
                Buffers.drain(x, task, mode.order());
            }
            OperationKind kind =
                    !mode.writes() ? OperationKind.READ : mode.reads() ? OperationKind.UPDATE : OperationKind.WRITE;
            Steps.announce(x, task, loc, kind, method, mode.writes() ? Operation.WRITE : Operation.READ);
            if (WeakFailures.happens(x, task)) {
                HandleCell cell = new HandleCell(handle, owner, index);
                Object found = cell.get();
                task.undo = () -> cell.set(found);
            } else if (mode.reads()) {
                Steps.read(x, task, loc, mode.readOrder());
            }
        }
    }

    /** After an access that may have written. */
    public static void updated() {
        finish(true, null);
    }

    /** After a compare-and-set; answers what the caller is told. */
    public static boolean compared(boolean success) {
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        if (task != null && task.undo != null) {
            task.undo.run();
            task.undo = null;
            return false;
        }
        finish(success, success);
        return success;
    }

    private static void finish(boolean wrote, @Nullable Object result) {
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        if (x == null || task == null || task.variable == null || task.mode == null) {
            return;
        }
        MemoryLocation loc = task.variable;
        VarMode mode = task.mode;
        BufferedStore store = task.storing;
        task.variable = null;
        task.storing = null;
        if (store != null) {
            x.buffers.end(task, store);
            if (x.recorder != null) {
                x.recorder.stored(task, loc, mode.name(), store.value, store);
            }
            return;
        }
        if (mode.order() > 0 && mode.writes() && wrote) {
            Steps.wrote(x, task, loc, mode.writeOrder(), mode.reads());
        }
        if (x.recorder != null) {
            x.recorder.call(x, task, loc, mode.name(), OperationKind.UPDATE);
            if (result != null) {
                x.recorder.value(task, result);
            }
        }
    }
}
