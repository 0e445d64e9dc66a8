package bouncer.engine.library;

/** Calls of the engine to the models. */
public final class Models {
    private Models() {}

    /** A new execution begins: nothing of the last is left. */
    public static void begin() {
        PerExecution.renew();
    }
}
