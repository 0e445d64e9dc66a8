package bouncer.app.verdict;

/** What is said of one exercise of a submission. */
public enum Verdict {
    ACCEPTED,
    REJECTED,
    NOT_STARTED,
    /** Not decided: the machine could not show it, or not every check was judged. Neither the student's fault nor ours. */
    INCONCLUSIVE,
    /** Our fault, never the student's. */
    ERROR
}
