package bouncer.engine.run;

/** What a model thread does. Called on its seat. */
@FunctionalInterface
public interface Life {
    /**
     * Runs the thread to its end, or until it has announced an operation and needs no frames to continue: then this is
     * called once more when the operation is scheduled.
     *
     * @return true if it has announced an operation, false if it has ended
     */
    boolean live();
}
