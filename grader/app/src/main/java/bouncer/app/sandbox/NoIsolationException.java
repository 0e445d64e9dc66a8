package bouncer.app.sandbox;

import java.io.IOException;

/** Signals that the requested isolation is not available. The message says why. */
public final class NoIsolationException extends IOException {
    private static final long serialVersionUID = 1L;

    NoIsolationException(String why) {
        super("Isolation is required but not available on this machine: " + why);
    }
}
