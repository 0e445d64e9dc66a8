package bouncer.app.verdict;

import java.util.Locale;

/** The verdict on one exercise of a submission. */
public enum Verdict {
    ACCEPTED,
    REJECTED,
    NOT_STARTED,
    /** Not decided: the machine could not show enough, or not every check was judged; no one's error. */
    INCONCLUSIVE,
    /** An error of the harness, never the student's. */
    ERROR;

    /** Returns the verdict in the words of every report: accepted, rejected, not started, inconclusive or error. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
