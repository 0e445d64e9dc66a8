package bouncer.engine.run;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps on shared locations: volatile and plain variables, models' operations, gauges and histories. */
public final class Steps {
    private Steps() {}

    /** An operation within an atomic one: no choice, and it must be possible now. */
    static void inside(Execution x, Task task) {
        Operation op = task.op;
        int can = x.going.ways(task, op);
        if (can == 0) {
            throw x.lose("a thread blocks inside an operation that must be atomic (" + op.words + ")");
        }
        task.chosen = op.choices > 0 ? 1 : Integer.lowestOneBit(can);
        for (int i = 0; i < op.count; i++) {
            x.touched(op.locs[i], op.accesses[i]);
        }
    }

    /** Waits for its turn to look at a location, or does not, when it only looks again while it spins. */
    public static void look(Execution x, Task task, MemoryLocation loc) {
        task.skipped = task.atomic == 0 && task.spin.stutters(loc);
        if (task.skipped) {
            if (task.spin.looks > x.limits.spins()) {
                spin(x, task);
            }
        } else {
            x.step(task);
        }
        task.spin.looked(loc);
    }

    /** The task says that it spins, or that others may run. */
    public static void hint(Execution x, Task task) {
        if (task.atomic == 0) {
            task.spin.hint();
            if (task.spin.looks > x.limits.spins()) {
                spin(x, task);
            }
        }
    }

    /** Waits until something has changed of all that the task looks at again and again. */
    private static void spin(Execution x, Task task) {
        Operation op = task.op.is(OperationKind.SPIN, "spins").when(t -> !t.spin.unchanged());
        op.waitsFor = "a change of what it reads in a loop";
        task.spin.touch(op);
        x.marks.spun = true;
        if (x.limits.spinningFails()) {
            if (x.recorder != null) {
                x.recorder.announced(x, task);
            }
            throw x.stop(End.SPINNING, task);
        }
        x.step(task);
        task.spin.changed();
    }

    /**
     * Announces an ordered access and waits for its turn. The caller acts, and then calls {@link #read}, {@link #wrote} or both.
     *
     * @param access as in {@link Operation}
     */
    public static void announce(
            Execution x, Task task, MemoryLocation loc, OperationKind kind, String words, int access) {
        task.op.is(kind, words).on(loc, access).weak = kind == OperationKind.UPDATE && words.startsWith("weak");
        task.chosen = Operation.READY;
        if (access != Operation.READ && task.stores != null) {
            task.stores.mayFlush(task.op);
        }
        if (kind == OperationKind.WRITE) {
            x.step(task);
        } else {
            look(x, task, loc);
        }
    }

    /** An ordered read has happened. */
    public static void read(Execution x, Task task, MemoryLocation loc, int mode) {
        if (loc.slot >= 0) {
            raced(x, task, loc, HappensBefore.orderedRead(task.id, task.clock, loc), OperationKind.READ, "reads");
        }
        // Who reads its own store reads nobody else's.
        if (mode >= 2 && (task.stores == null || !task.stores.has(loc))) {
            HappensBefore.acquire(task.clock, loc);
        }
        if (ofTheProgram(task, mode)) {
            x.marks.weak |= task.fences.loads(loc, mode < 3);
        }
    }

    /** Models order their own steps themselves, and those count as opaque here. */
    private static boolean ofTheProgram(Task task, int mode) {
        return mode >= 2 || task.opaque;
    }

    /** An ordered write has happened; part of an update if the task has read before. */
    public static void wrote(Execution x, Task task, MemoryLocation loc, int mode, boolean update) {
        if (loc.slot >= 0) {
            raced(x, task, loc, HappensBefore.orderedWrite(task.id, task.clock, loc), OperationKind.WRITE, "writes");
        }
        if (mode >= 3 || (mode == 2 && update)) {
            HappensBefore.release(task.id, task.clock, loc);
        } else if (mode == 2) {
            HappensBefore.releaseAlone(task.id, task.clock, loc);
        } else if (!update) {
            HappensBefore.releaseNothing(loc);
        }
        if (mode >= 3) {
            task.fences.full();
        } else if (ofTheProgram(task, mode)) {
            x.marks.weak |= task.fences.updates(loc, mode < 2);
        } else {
            Buffers.flush(task);
        }
        if (task.skipped) {
            task.skipped = false;
            x.touched(loc, Operation.WRITE);
        }
        x.changed(task, loc);
    }

    /** A store in a mode weaker than volatile has happened, as far as its own thread is concerned. */
    public static void stores(Execution x, Task task, MemoryLocation loc, boolean opaque) {
        if (loc.slot >= 0) {
            raced(x, task, loc, HappensBefore.orderedWrite(task.id, task.clock, loc), OperationKind.WRITE, "writes");
        }
        x.marks.weak |= task.fences.stores(loc, opaque);
    }

    public static void plainRead(Execution x, Task task, MemoryLocation loc, String words) {
        if (task.optimistic) {
            announce(x, task, loc, OperationKind.READ, words, Operation.READ);
            int rival = HappensBefore.unwritten(task.id, task.clock, loc);
            if (rival >= 0 && task.unvalidated == null) {
                task.unvalidated = loc;
                task.unvalidatedRival = rival;
            }
            return;
        }
        if (x.plainVisible) {
            task.op.is(OperationKind.PLAIN_READ, words).on(loc, Operation.READ);
            look(x, task, loc);
        } else {
            if (task.spin.plain(loc) && task.atomic == 0) {
                spin(x, task);
            }
        }
        raced(x, task, loc, HappensBefore.read(task.id, task.clock, loc), OperationKind.PLAIN_READ, words);
    }

    public static void plainWrite(Execution x, Task task, MemoryLocation loc, String words) {
        if (task.stores != null && task.stores.stored(loc)) {
            task.stores.drain();
        }
        if (x.plainVisible) {
            task.op.is(OperationKind.PLAIN_WRITE, words).on(loc, Operation.WRITE);
            x.step(task);
        }
        raced(x, task, loc, HappensBefore.write(task.id, task.clock, loc), OperationKind.PLAIN_WRITE, words);
        x.changed(task, loc);
    }

    /**
     * A plain read in a relocated class of the JDK. Races among those are the class's own affair and no failure, but the order of racing
     * accesses matters: the first race shows that they must be steps. Sequential consistency holds for them in either case.
     */
    public static void relocatedRead(Execution x, Task task, MemoryLocation loc) {
        if (x.libraryVisible) {
            task.opaque = false;
            announce(x, task, loc, OperationKind.READ, "reads", Operation.READ);
            read(x, task, loc, 1);
        } else {
            loc.relocated = true;
            raced(x, task, loc, HappensBefore.read(task.id, task.clock, loc), OperationKind.PLAIN_READ, "reads");
        }
    }

    /** A plain write in a relocated class of the JDK; see {@link #relocatedRead}. */
    public static void relocatedWrite(Execution x, Task task, MemoryLocation loc) {
        if (x.libraryVisible) {
            task.opaque = false;
            announce(x, task, loc, OperationKind.WRITE, "writes", Operation.WRITE);
            wrote(x, task, loc, 1, false);
        } else {
            loc.relocated = true;
            raced(x, task, loc, HappensBefore.write(task.id, task.clock, loc), OperationKind.PLAIN_WRITE, "writes");
            x.changed(task, loc);
        }
    }

    /** An optimistic section begins or ends. */
    static void optimistic(Execution x, Task task, boolean on) {
        if (on && task.unvalidated != null) {
            neverValidated(x, task);
        }
        task.optimistic = on;
        task.unvalidated = null;
    }

    /** An optimistic section is over, and nobody asked whether what was read in it holds. */
    public static void neverValidated(Execution x, Task task) {
        MemoryLocation loc = task.unvalidated;
        if (loc != null) {
            raced(x, task, loc, task.unvalidatedRival, OperationKind.PLAIN_READ, "reads");
        }
    }

    private static void raced(Execution x, Task task, MemoryLocation loc, int rival, OperationKind kind, String words) {
        if (rival >= 0 && loc.relocated) {
            throw x.stop(End.LIBRARY_RACE, task);
        }
        if (rival >= 0 && x.racesEnd) {
            if (x.recorder != null) {
                x.recorder.any(task, loc, kind, words);
            }
            x.evidence.raced = loc;
            x.evidence.rival = rival;
            throw x.stop(End.RACE, task);
        }
    }

    /** Acts alone: what the action does is no step of its own. */
    static <T extends @Nullable Object> T alone(Task task, Supplier<T> action) {
        task.atomic++;
        try {
            return action.get();
        } finally {
            task.atomic--;
        }
    }
}
