package bouncer.engine.hooks;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.Monitors;
import bouncer.engine.model.StableHash;
import bouncer.engine.run.Abort;
import bouncer.engine.run.ArrayReaders;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Steps;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** What instrumented code calls. Outside an exploration nothing happens; a thread the engine does not know ends it. */
public final class Hooks {
    private Hooks() {}

    /** The calling task, or null if this is not an exploration. */
    static @Nullable public Task caller(@Nullable Execution x) {
        if (x == null) {
            return null;
        }
        Task task = x.caller();
        if (task == null && !x.aborting()) {
            x.foreign("code under test ran on the thread "
                    + Thread.currentThread().getName() + ", which the engine did not start");
        }
        return task;
    }

    /** Before a plain read. */
    public static void read(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            MemoryLocation loc = x.memory.at(owner, slot);
            Steps.plainRead(x, task, loc, "reads");
            if (x.recorder != null) {
                x.recorder.access(x, task, loc, OperationKind.PLAIN_READ);
            }
        }
    }

    /** Before a plain write. */
    public static void write(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            MemoryLocation loc = x.memory.at(owner, slot);
            Steps.plainWrite(x, task, loc, "writes");
            if (x.recorder != null) {
                x.recorder.access(x, task, loc, OperationKind.PLAIN_WRITE);
            }
        }
    }

    /** Before a volatile read. */
    public static void readVolatile(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            MemoryLocation loc = x.memory.at(owner, slot);
            Steps.announce(x, task, loc, OperationKind.READ, "reads", Operation.READ);
            Steps.read(x, task, loc, 3);
            if (x.recorder != null) {
                x.recorder.access(x, task, loc, OperationKind.READ);
            }
        }
    }

    /** Before a volatile write. */
    public static void writeVolatile(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            MemoryLocation loc = x.memory.at(owner, slot);
            Buffers.drain(task);
            Steps.announce(x, task, loc, OperationKind.WRITE, "writes", Operation.WRITE);
            Steps.wrote(x, task, loc, 3, false);
            if (x.recorder != null) {
                x.recorder.access(x, task, loc, OperationKind.WRITE);
            }
        }
    }

    /** Before a plain read in a relocated class. */
    public static void readRelocated(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            Steps.relocatedRead(x, task, x.memory.at(owner, slot));
        }
    }

    /** Before a plain write in a relocated class. */
    public static void writeRelocated(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            Steps.relocatedWrite(x, task, x.memory.at(owner, slot));
        }
    }

    /** Before an array element is read. */
    public static void readElement(@Nullable Object array, int index) {
        if (inside(array, index) && !reads(array, 1)) {
            read(array, index);
        }
    }

    /** Before an array element is read in a relocated class. */
    public static void readElementRelocated(@Nullable Object array, int index) {
        if (inside(array, index) && !reads(array, 1)) {
            readRelocated(array, index);
        }
    }

    /** Before some of an array is read; answers whether that was counted, and there is no more to say. */
    static boolean reads(@Nullable Object array, long howMany) {
        Execution x = Execution.active();
        ArrayReaders readers = x == null || array == null ? null : x.goals.readers();
        Task task = readers == null ? null : caller(x);
        if (x == null || array == null || readers == null || task == null || !readers.counts(task, array, howMany)) {
            return false;
        }
        x.points++;
        readers.reads(x, task);
        return true;
    }

    /** Before a library call that is given an array of numbers, and may read it out of our sight. */
    public static void handsOut() {
        Execution x = Execution.active();
        ArrayReaders readers = x == null ? null : x.goals.readers();
        if (readers != null) {
            readers.lost();
        }
    }

    /** Before an array element is written. */
    public static void writeElement(@Nullable Object array, int index) {
        if (inside(array, index)) {
            write(array, index);
        }
    }

    /** Before an array element is written in a relocated class. */
    public static void writeElementRelocated(@Nullable Object array, int index) {
        if (inside(array, index)) {
            writeRelocated(array, index);
        }
    }

    private static boolean inside(@Nullable Object array, int index) {
        return array != null && index >= 0 && index < java.lang.reflect.Array.getLength(array);
    }

    /** In place of monitorenter. */
    public static void enter(@Nullable Object object) {
        if (object == null) {
            throw new NullPointerException("Cannot enter synchronized block because value is null");
        }
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null) {
            x.points++;
            Monitors.enter(x, task, object);
        }
    }

    /** In place of monitorexit. */
    public static void exit(@Nullable Object object) {
        if (object == null) {
            throw new NullPointerException();
        }
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        if (x != null && task != null) {
            Monitors.exit(x, task, object);
        }
    }

    /** At the start of handlers: an execution that is over must not go on in a handler of the program. */
    public static void handler(Throwable thrown) {
        if (thrown instanceof Abort abort) {
            Execution x = Execution.active();
            Task task = x == null ? null : x.caller();
            throw x == null || task == null ? abort : x.abort(task);
        }
    }

    /** At backward jumps: a loop that does nothing else never comes back by itself. */
    public static void loop() {
        Execution x = Execution.active();
        if (x != null) {
            LoopBound.turned(x);
        }
    }

    /** A static initialiser begins: nothing is scheduled in it. */
    public static void initialising(boolean begins) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (task != null) {
            task.atomic += begins ? 1 : -1;
        }
    }

    /** An identity hash that is the same in every run of a schedule. */
    public static int identityHash(@Nullable Object object) {
        if (object instanceof StableHash steady) {
            return steady.bouncer$hash();
        }
        Execution x = Execution.active();
        if (x == null || x.caller() == null || object == null) {
            return System.identityHashCode(object);
        }
        bouncer.engine.memory.Memory.Parts parts = x.memory.of(object);
        parts.hash = hash(parts.hash);
        return parts.hash;
    }

    /** The hash that an object keeps; a new one if it has none yet, which is 0. */
    public static int hash(int known) {
        Execution x = Execution.active();
        if (x != null && x.sameHashes) {
            return 1;
        }
        return known == 0 ? DeterministicIds.hash() : known;
    }

    /** Before a call of a library method that its model does not have. */
    public static void missing(String what) {
        Execution x = Execution.active();
        if (x == null) {
            throw new UnsupportedOperationException(what);
        }
        throw x.lose(what);
    }

    /** Before a plain read of a field that only serves to ask "is it me?": any value but the right one answers no, and so does a stale one. */
    public static void readOwner(@Nullable Object owner, int slot) {
        Execution x = Execution.active();
        Task task = caller(x);
        if (x != null && task != null && owner != null) {
            x.points++;
            MemoryLocation loc = x.memory.at(owner, slot);
            if (x.plainVisible) {
                Steps.plainRead(x, task, loc, "reads");
            }
            if (x.recorder != null) {
                x.recorder.access(x, task, loc, OperationKind.PLAIN_READ);
            }
        }
    }

    /** The value of the access just announced; only called while a trace is kept. */
    public static void value(@Nullable Object value) {
        Execution x = Execution.active();
        Task task = x == null ? null : x.caller();
        if (x != null && task != null && x.recorder != null) {
            x.recorder.value(task, value);
        }
    }

    /** A final field was seen to hold an object. */
    public static void named(@Nullable Object value, String field) {
        Execution x = Execution.active();
        if (x != null && x.recorder != null && value != null) {
            x.recorder.names().holds(field, value);
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
