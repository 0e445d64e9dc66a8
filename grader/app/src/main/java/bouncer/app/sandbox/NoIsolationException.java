package bouncer.app.sandbox;

import java.io.IOException;

/** Isolation was demanded and cannot be had; the message says why. */
public final class NoIsolationException extends IOException {
    private static final long serialVersionUID = 1L;

    NoIsolationException(String why) {
        super("isolation was required, but this machine does not let us have it: " + why);
    }
}
