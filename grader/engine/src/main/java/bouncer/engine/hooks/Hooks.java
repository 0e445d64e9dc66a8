package bouncer.engine.hooks;

import bouncer.engine.memory.LargeArray;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.ModelTask;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Execution;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.spi.ArrayReadListener;
import java.lang.reflect.Array;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods that instrumented code calls. They do nothing outside an exploration; a call by a thread unknown to the
 * engine ends the exploration.
 */
public final class Hooks {
    private Hooks() {}

    /** Returns the calling model thread, or null if there is none, or nothing that it could access. */
    private static @Nullable ModelTask accessing(@Nullable Object owner) {
        return owner == null ? null : ModelTask.counted();
    }

    private static MemoryLocation location(ModelTask task, @Nullable Object owner, int slot) {
        return task.execution().memory().at(Objects.requireNonNull(owner), slot);
    }

    /** Before a plain read. */
    public static void read(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            MemoryLocation location = location(task, owner, slot);
            task.steps().plainRead(location, null);
            task.execution().listener().accessed(task, location, OperationKind.PLAIN_READ);
        }
    }

    /** Before a plain write. */
    public static void write(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            MemoryLocation location = location(task, owner, slot);
            task.steps().plainWrite(location, null);
            task.execution().listener().accessed(task, location, OperationKind.PLAIN_WRITE);
        }
    }

    /** Before a volatile read. */
    public static void readVolatile(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            task.steps().readVolatile(location(task, owner, slot));
        }
    }

    /** Before a volatile write. */
    public static void writeVolatile(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            task.steps().writeVolatile(location(task, owner, slot));
        }
    }

    /** Before a plain read in a relocated class. */
    public static void readRelocated(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            task.steps().relocatedRead(location(task, owner, slot));
        }
    }

    /** Before a plain write in a relocated class. */
    public static void writeRelocated(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            task.steps().relocatedWrite(location(task, owner, slot));
        }
    }

    /** Before an array element is read. */
    public static void readElement(@Nullable Object array, int index) {
        if (inside(array, index) && !reads(array, 1) && !isLarge(array, index, false)) {
            read(array, index);
        }
    }

    /** Before an array element is read in a relocated class. */
    public static void readElementRelocated(@Nullable Object array, int index) {
        if (inside(array, index) && !reads(array, 1)) {
            readRelocated(array, index);
        }
    }

    /**
     * Called before elements of an array are read. Returns true if a listener handles the read, so that nothing else is
     * to be done.
     */
    static boolean reads(@Nullable Object array, long elements) {
        Execution execution = Execution.active();
        if (execution == null || array == null || execution.observers().arrayReads() == ArrayReadListener.NONE) {
            return false;
        }
        ModelTask task = ModelTask.controlled();
        if (task == null || !execution.observers().arrayReads().reads(task, array, elements)) {
            return false;
        }
        execution.result().countPoint();
        return true;
    }

    /** Before a library call that is given an array of numbers, and may read it unseen. */
    public static void handsOut() {
        Execution execution = Execution.active();
        if (execution != null) {
            execution.observers().arrayReads().passedToLibrary();
        }
    }

    /** Before an array element is written. */
    public static void writeElement(@Nullable Object array, int index) {
        if (inside(array, index) && !isLarge(array, index, true)) {
            write(array, index);
        }
    }

    /** Before an array element is written in a relocated class. */
    public static void writeElementRelocated(@Nullable Object array, int index) {
        if (inside(array, index)) {
            writeRelocated(array, index);
        }
    }

    /** Returns true if an access of an element is one of a large array, which has no locations. */
    private static boolean isLarge(@Nullable Object array, int index, boolean write) {
        if (array == null || Array.getLength(array) < LargeArray.LEAST) {
            return false;
        }
        ModelTask task = ModelTask.counted();
        return task == null || task.steps().largeArray(array, index, index + 1, write);
    }

    private static boolean inside(@Nullable Object array, int index) {
        return array != null && index >= 0 && index < Array.getLength(array);
    }

    /** In place of monitorenter. */
    public static void enter(@Nullable Object object) {
        if (object == null) {
            throw new NullPointerException("Cannot enter synchronized block because value is null");
        }
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.monitors().enter(object);
        }
    }

    /** In place of monitorexit. */
    public static void exit(@Nullable Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.monitors().exit(object);
        }
    }

    /** At the start of exception handlers: an execution that is over must not continue in a handler of the program. */
    public static void handler(Throwable thrown) {
        if (thrown instanceof Abort abort) {
            ModelTask task = ModelTask.find();
            throw task == null ? abort : task.execution().abort(task);
        }
    }

    /** At backward jumps, by which an endless loop without a step is found. */
    public static void loop() {
        Execution execution = Execution.active();
        if (execution != null) {
            LoopBound.jumped(execution);
        }
    }

    /** Before a class is used, which initialises it. */
    public static void initialise(Class<?> type) {
        ModelTask task = ModelTask.controlled();
        if (task != null) {
            task.uses(type, false);
        }
    }

    /** Before an object that a class holds for good is read from it. */
    public static void initialiseAndShare(Class<?> type) {
        ModelTask task = ModelTask.controlled();
        if (task != null) {
            task.uses(type, true);
        }
    }

    /** The initialiser of an enum or interface begins or ends: nothing is scheduled in it. */
    public static void initialising(boolean begins) {
        ModelTask task = ModelTask.controlled();
        if (task != null && begins) {
            task.beginAtomic();
        } else if (task != null) {
            task.endAtomic();
        }
    }

    /** Returns an identity hash that is the same in every run of a schedule. */
    public static int identityHash(@Nullable Object object) {
        return DeterministicIds.identityHash(object);
    }

    /** Returns the hash that an object keeps; a new one if it has none yet, which is 0. */
    public static int hash(int known) {
        return DeterministicIds.hash(known);
    }

    /** Before a call of a library method that its model does not have. */
    public static void missing(String what) {
        Execution execution = Execution.active();
        if (execution == null) {
            throw new UnsupportedOperationException(what);
        }
        throw execution.lose(what);
    }

    /**
     * Before a plain read of a field that is only compared with the current thread: a stale value gives the same
     * answer.
     */
    public static void readOwner(@Nullable Object owner, int slot) {
        ModelTask task = accessing(owner);
        if (task != null) {
            MemoryLocation location = location(task, owner, slot);
            if (task.execution().plainVisible()) {
                task.steps().plainRead(location, null);
            }
            task.execution().listener().accessed(task, location, OperationKind.PLAIN_READ);
        }
    }

    /** Reports the value of the access just announced; only called while a trace is recorded. */
    public static void value(@Nullable Object value) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.execution().listener().value(task, value);
        }
    }

    /** A final field was seen to hold an object. */
    public static void named(@Nullable Object value, String field) {
        Execution execution = Execution.active();
        if (execution != null && value != null) {
            execution.listener().named(value, field);
        }
    }

    public static void value(boolean value) {
        value((Object) value);
    }

    public static void value(char value) {
        value((Object) value);
    }

    public static void value(int value) {
        value((Object) value);
    }

    public static void value(long value) {
        value((Object) value);
    }

    public static void value(float value) {
        value((Object) value);
    }

    public static void value(double value) {
        value((Object) value);
    }
}
