package bouncer.engine.hooks;

import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.buffer.Buffers;
import bouncer.engine.hooks.LibraryObjects.Guard;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.model.ModelTask;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.schedule.OperationKind;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Library calls in instrumented code that are accesses: of collections as wholes, and of variables through VarHandles.
 */
public final class LibraryCalls {
    /** The methods of iterators that change what they iterate over. */
    private static final Set<String> CHANGES_BY_CURSOR = Set.of("remove", "set", "add");

    private LibraryCalls() {}

    /** As {@link #before(Object, String, String, int)}, for a method whose name says enough. */
    public static void before(@Nullable Object receiver, String method) {
        before(receiver, method, "()V", -1);
    }

    /**
     * Before a call on an object of the library.
     *
     * @param index the first argument if that is an int, else -1
     */
    public static void before(@Nullable Object receiver, String method, String descriptor, int index) {
        if (receiver != null && !LibraryObjects.isOwn(receiver, method)) {
            beforeSuper(receiver, method, descriptor, index);
        }
    }

    /** As {@link #before(Object, String, String, int)}, where the method called is surely the library's. */
    public static void beforeSuper(Object receiver, String method, String descriptor, int index) {
        ModelTask task = ModelTask.controlled();
        Guard guard = LibraryObjects.guard(receiver);
        if (task == null || guard == Guard.OTHER) {
            return;
        }
        task.execution().result().countPoint();
        if (guard == Guard.MONITOR) {
            // The call takes the receiver's own monitor, and may call the program while it holds it.
            task.monitors().enter(receiver);
            return;
        }
        Object whole = task.execution().memory().whole(receiver);
        HashOrder.seenBy(whole, method);
        if (receiver instanceof BaseStream<?, ?>) {
            access(task, receiver, method, false);
            if (whole != receiver && !descriptor.contains(")Ljava/util/stream/")) {
                content(task, whole, method, true, -1);
            }
            return;
        }
        boolean cursor = LibraryObjects.isCursor(receiver);
        if (cursor) {
            access(task, receiver, method, method.startsWith("has"));
            if (whole == receiver) {
                return;
            }
        }
        boolean read = AccessOrder.isRead(receiver, method)
                && (cursor
                        ? !CHANGES_BY_CURSOR.contains(method)
                        : LibraryObjects.isRead(receiver, method, parameters(descriptor)));
        content(task, whole, method, read, index);
    }

    private static int parameters(String descriptor) {
        int count = 0;
        for (int i = 1; descriptor.charAt(i) != ')'; i++) {
            while (descriptor.charAt(i) == '[') {
                i++;
            }
            if (descriptor.charAt(i) == 'L') {
                i = descriptor.indexOf(';', i);
            }
            count++;
        }
        return count;
    }

    /** An access of what a collection, a view or an iterator holds. */
    private static void content(ModelTask task, Object whole, String method, boolean read, int index) {
        if (!whole.getClass().isArray()) {
            // What a view is of may be thread-safe itself.
            if (LibraryObjects.guard(whole) == Guard.NONE || Proxy.isProxyClass(whole.getClass())) {
                access(task, whole, method, read);
            }
        } else if (index >= 0) {
            ArrayRanges.access(task, whole, index, index + 1L, !read);
        } else {
            ArrayRanges.access(task, whole, 0, Array.getLength(whole), !read);
        }
    }

    private static void access(ModelTask task, Object object, String method, boolean read) {
        MemoryLocation location = task.execution().memory().at(object, LocationSlots.WHOLE);
        if (read) {
            task.steps().plainRead(location, method);
        } else {
            task.steps().plainWrite(location, method);
        }
        OperationKind kind = read ? OperationKind.PLAIN_READ : OperationKind.PLAIN_WRITE;
        task.execution().listener().called(task, location, method, kind);
    }

    /** Before a call that reads, or writes, an object that it is given. */
    public static void argument(@Nullable Object argument, boolean write) {
        ModelTask task = argument == null ? null : ModelTask.controlled();
        if (task == null || argument == null) {
            return;
        }
        if (argument.getClass().isArray()) {
            range(argument, 0, Array.getLength(argument), write);
            return;
        }
        Guard guard = LibraryObjects.guard(argument);
        if (guard == Guard.MONITOR) {
            task.monitors().enter(argument);
            task.monitors().exit(argument);
        } else if (guard == Guard.NONE) {
            boolean read = !write && !LibraryObjects.isCursor(argument);
            Object whole = task.execution().memory().whole(argument);
            if (!read && whole != argument) {
                access(task, argument, "advance", false);
            }
            content(task, whole, read ? "iterator" : "change", read || whole != argument, -1);
        }
    }

    /** Before the hash of an object is asked for. */
    public static void hashed(@Nullable Object argument) {
        HashOrder.hashed(argument);
        shown(argument);
    }

    /** Before a call that shows some objects as text, or compares them. */
    public static void shown(@Nullable Object argument) {
        if (argument instanceof Object[] several) {
            for (Object each : several) {
                shown(each);
            }
        } else if (argument instanceof java.util.Collection<?>
                || argument instanceof java.util.Map<?, ?>
                || argument instanceof CharSequence
                || argument instanceof java.util.Map.Entry<?, ?>) {
            argument(argument, false);
        }
    }

    /** Before a call that accesses a part of an array. */
    public static void range(@Nullable Object array, long from, long to, boolean write) {
        ModelTask task = array == null ? null : ModelTask.counted();
        if (task != null && array != null) {
            ArrayRanges.access(task, array, from, to, write);
        }
    }

    /** After a call on what may be synchronized, however it ended. */
    public static void over(@Nullable Object receiver, String method) {
        if (receiver != null && !LibraryObjects.isOwn(receiver, method)) {
            overSuper(receiver, method);
        }
    }

    /** As {@link #over}, where the method called is surely the library's. */
    public static void overSuper(Object receiver, String method) {
        ModelTask task = LibraryObjects.guard(receiver) == Guard.MONITOR ? ModelTask.find() : null;
        if (task != null) {
            task.monitors().exit(receiver);
        }
    }

    /** After it: an iterator, a view or a stream stands for the collection it came from. */
    public static void after(@Nullable Object result, @Nullable Object receiver) {
        if (result != null && isView(result) && receiver != null && result != receiver) {
            ModelTask task = ModelTask.find();
            if (task != null) {
                task.execution().memory().isViewOf(result, receiver);
            }
        }
    }

    /** Views are inner classes of the collections; what is stored in a collection mostly is not. */
    private static boolean isView(@Nullable Object result) {
        if (result instanceof java.util.Iterator<?>
                || result instanceof java.util.Spliterator<?>
                || result instanceof java.util.Collection<?>
                || result instanceof java.util.Map<?, ?>
                || result instanceof java.util.Map.Entry<?, ?>) {
            return result.getClass().getName().indexOf('$') >= 0 && LibraryObjects.guard(result) == Guard.NONE;
        }
        return result instanceof BaseStream<?, ?>;
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
        int width = Variables.width(handle, owner);
        if (mode.order() == MemoryMode.PLAIN) {
            if (width > 1 && owner != null) {
                ArrayRanges.access(task, owner, index + 1L, (long) index + width, mode.writes());
            }
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
