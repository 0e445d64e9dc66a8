package bouncer.app.sandbox;

import java.io.IOException;

/** The isolation that was asked for is not available; the message says why. */
public final class NoIsolationException extends IOException {
    private static final long serialVersionUID = 1L;

    NoIsolationException(String why) {
        super("Isolation is required but not available on this machine: " + why);
    }
}
