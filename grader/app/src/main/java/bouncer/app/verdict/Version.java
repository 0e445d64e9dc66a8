package bouncer.app.verdict;

/** The harness's own version, as reports carry it. */
public final class Version {
    /** The version, the same as in the pom. */
    public static final String CURRENT = "0.1.0";

    private Version() {}
}
