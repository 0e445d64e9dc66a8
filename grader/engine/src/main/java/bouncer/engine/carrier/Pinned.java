package bouncer.engine.carrier;

import org.jspecify.annotations.Nullable;

/** A model thread can't be suspended where it is, because it runs below native code or holds a real monitor. */
public final class Pinned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Pinned(@Nullable Throwable cause) {
        super("A continuation is pinned", cause);
    }
}
