package bouncer.app.verdict;

import java.util.Locale;

/** The verdict on one exercise of a submission. */
public enum Verdict {
    ACCEPTED,
    REJECTED,
    NOT_STARTED,
    /** Not decided: the machine could not show it, or not every check was judged. Neither the student's error nor the harness's. */
    INCONCLUSIVE,
    /** An error of the harness, never the student's. */
    ERROR;

    /** The verdict in words, the same at every door: accepted, rejected, not started, inconclusive or error. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
