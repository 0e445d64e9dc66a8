package bouncer.engine.model;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monitor of one object: who is in it, how often, and who waits in it. */
public final class Monitor implements Enabledness {
    public final MemoryLocation lock;
    final MemoryLocation waitSet;
    public final Object object;

    @Nullable
    public Task owner;

    int depth;
    public final List<Task> waiting = new ArrayList<>(2);

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
