package bouncer.app.grading;

import java.io.IOException;

/** Hidden checks that cannot be used; the message names file and remedy, for the instructor who wrote them. */
public final class InvalidHiddenChecks extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidHiddenChecks(String message) {
        super(message);
    }
}
