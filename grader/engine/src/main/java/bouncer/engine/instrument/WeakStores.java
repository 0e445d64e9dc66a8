package bouncer.engine.instrument;

import java.nio.charset.StandardCharsets;

/** Whether a class stores in modes weaker than volatile, by the names in it: most do not, and need no store buffers. */
final class WeakStores {
    /** Release stores in their order, and opaque ones of some variables each in its own. */
    private static final int WITH_OPAQUE = 4;

    private WeakStores() {}

    static int lanes(byte[] classFile) {
        String names = new String(classFile, StandardCharsets.ISO_8859_1);
        if (names.contains("setOpaque")) {
            return WITH_OPAQUE;
        }
        return names.contains("setRelease") || names.contains("lazySet") ? 1 : 0;
    }
}
