package bouncer.engine.schedule;

/** The program did not do the same again under the same schedule, so nothing can be said about it. */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** In a way that the message tells. */
    public Diverged(String message, Throwable cause) {
        super(message, cause);
    }

    /** At a step. */
    public Diverged(int step) {
        super("The program did something else at step " + step + " of the same schedule");
    }
}
