package bouncer.engine.schedule;

/** The program behaved differently under the same schedule, so that it cannot be explored. */
public final class NondeterminismException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** In a way that the message tells. */
    public NondeterminismException(String message, Throwable cause) {
        super(message, cause);
    }

    /** At a step. */
    public NondeterminismException(int step) {
        super("The program did something else at step " + step + " of the same schedule");
    }
}
