package bouncer.engine.run;

import bouncer.engine.memory.Loc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monitor of one object: who is in it, how often, and who waits in it. */
final class Monitor implements Guard {
    final Loc lock;
    final Loc waitSet;
    final Object object;

    @Nullable
    Task owner;

    int depth;
    final List<Task> waiting = new ArrayList<>(2);

    Monitor(Object object, Loc lock, Loc waitSet) {
        this.object = object;
        this.lock = lock;
        this.waitSet = waitSet;
    }

    @Override
    public boolean holds(Task task) {
        return owner == null;
    }
}
