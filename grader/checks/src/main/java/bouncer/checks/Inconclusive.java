package bouncer.checks;

/** Thrown by a helper when the machine cannot show what the check is about; never costs the student anything. */
public final class Inconclusive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the reason, one sentence. */
    public Inconclusive(String reason) {
        super(reason);
    }
}
