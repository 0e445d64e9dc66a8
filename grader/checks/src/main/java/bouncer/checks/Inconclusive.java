package bouncer.checks;

/** Thrown by a helper when this machine cannot show what the check is about. Costs the student no points. */
public final class Inconclusive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its reason, one sentence for the student. */
    public Inconclusive(String reason) {
        super(reason);
    }
}
