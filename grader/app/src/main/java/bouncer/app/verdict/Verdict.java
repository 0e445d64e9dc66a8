package bouncer.app.verdict;

/** What is said of one exercise of a submission. */
public enum Verdict {
    ACCEPTED,
    REJECTED,
    NOT_STARTED,
    /** The machine could not show it; neither the student's fault nor ours. */
    INCONCLUSIVE,
    /** Our fault, never the student's. */
    ERROR
}
