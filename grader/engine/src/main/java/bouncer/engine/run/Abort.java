package bouncer.engine.run;

/** Unwinds a model thread whose execution is over. Instrumented handlers rethrow it. */
@SuppressWarnings("StaticAssignmentOfThrowable") // without a stack, the same one serves all
public final class Abort extends Error {
    public static final Abort IT = new Abort();

    private Abort() {
        super("this execution is over", null, false, false);
    }
}
