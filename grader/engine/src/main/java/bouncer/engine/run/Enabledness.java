package bouncer.engine.run;

/** When a blocking operation can go on. Has no effect of its own. */
@FunctionalInterface
public interface Enabledness {
    /** Whether the task could now do its pending operation. */
    boolean holds(Task task);
}
