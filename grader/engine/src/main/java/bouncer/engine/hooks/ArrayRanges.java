package bouncer.engine.hooks;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ModelTask;
import java.lang.reflect.Array;

/** Accesses of several elements of an array by one library call: one step, on all of them. */
final class ArrayRanges {
    private ArrayRanges() {}

    /** Accesses the elements from one index to before another; indices outside of the array are left out. */
    static void access(ModelTask task, Object array, long from, long to, boolean write) {
        int first = (int) Math.max(0, from);
        int end = (int) Math.min(Array.getLength(array), to);
        if (first < end && !task.steps().largeArray(array, first, end, write)) {
            MemoryLocation[] locations = new MemoryLocation[end - first];
            for (int i = 0; i < locations.length; i++) {
                locations[i] = task.execution().memory().at(array, first + i);
            }
            task.steps().plainRange(locations, write);
        }
    }

    /** Reports a copy of elements from one array to another, or to itself. */
    static void copy(ModelTask task, Object from, int at, Object to, int into, int length) {
        access(task, from, at, (long) at + length, false);
        access(task, to, into, (long) into + length, true);
    }
}
