package bouncer.app.grading;

import java.io.IOException;

/** Hidden checks that cannot be used; the message names the file and how to fix it. */
public final class InvalidHiddenChecks extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidHiddenChecks(String message) {
        super(message);
    }
}
