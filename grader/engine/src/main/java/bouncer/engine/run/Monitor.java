package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monitor of one object: who is in it, how often, and who waits in it. */
final class Monitor implements Enabledness {
    final MemoryLocation lock;
    final MemoryLocation waitSet;
    final Object object;

    @Nullable
    Task owner;

    int depth;
    final List<Task> waiting = new ArrayList<>(2);

    Monitor(Object object, MemoryLocation lock, MemoryLocation waitSet) {
        this.object = object;
        this.lock = lock;
        this.waitSet = waitSet;
    }

    @Override
    public boolean holds(Task task) {
        return owner == null;
    }
}
