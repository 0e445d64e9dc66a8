package bouncer.app.handout;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes hashes in hexadecimal. Stateless. */
final class Digests {
    private Digests() {}

    /** Returns the SHA-256 hash. */
    static String sha256(byte[] bytes) {
        return hash("SHA-256", bytes);
    }

    /** Returns the SHA-1 hash that Maven repositories keep beside each file, against damaged downloads only. */
    static String sha1(byte[] bytes) {
        return hash("SHA-1", bytes);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
