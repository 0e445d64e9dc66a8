package bouncer.app.grading;

import bouncer.worker.submission.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

/** Hashes sources, so that changes can be recognised. Stateless. */
public final class SourceHash {
    private SourceHash() {}

    /**
     * Hashes paths and texts.
     *
     * @param files text by path
     * @return SHA-256 in hexadecimal; the same for the same content on every machine
     */
    public static String of(SortedMap<String, String> files) {
        MessageDigest digest = Hashes.sha256();
        files.forEach((path, text) -> digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
