package bouncer.worker.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes hashes in lower-case hexadecimal. Stateless. */
public final class Hashes {
    private Hashes() {}

    /** Returns a new SHA-256 digest. */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** Returns the SHA-256 hash of bytes. */
    public static String sha256(byte[] bytes) {
        return hex(sha256(), bytes);
    }

    /** Returns the SHA-256 hash of a text in UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-1 hash that Maven repositories keep beside each file, against damaged downloads only. */
    public static String sha1(byte[] bytes) {
        return hex(digest("SHA-1"), bytes);
    }

    private static String hex(MessageDigest digest, byte[] bytes) {
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
