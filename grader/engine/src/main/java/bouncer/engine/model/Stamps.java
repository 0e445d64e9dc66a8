package bouncer.engine.model;

import bouncer.engine.Stamp;
import bouncer.engine.run.Execution;

/** Makes stamps of the points at which a thread stands. Stateless. */
public final class Stamps {
    private Stamps() {}

    /** Returns where a thread stands; it must be the one that runs. */
    public static Stamp of(ModelTask task) {
        Execution execution = task.execution();
        return new Stamp(
                task.id(),
                execution.steps(),
                execution.enabled().time(task),
                task.epoch(),
                task.epochs(),
                execution.dependence(task));
    }
}
