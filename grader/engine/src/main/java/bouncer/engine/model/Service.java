package bouncer.engine.model;

/** What a thread does for the rest of its life: it waits for something and acts, again and again. */
interface Service {
    /** Announces the operation by which the thread waits. */
    void announce(ModelTask task);

    /** Completes the operation, which has been scheduled, and acts. */
    void act(ModelTask task);
}
