package bouncer.app.batch;

import java.nio.file.Path;

/**
 * One student's submission as it lies in the directory of a class.
 *
 * @param user whose it is, as far as the layout tells
 * @param path a directory or an archive
 */
record Submission(String user, Path path) {
    boolean isArchive() {
        return path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    }

    /** A name for files about it: the user's, unless a file system could stumble over it. */
    String fileName() {
        String safe = user.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
        boolean same = safe.equals(user) && user.length() <= 80;
        return same
                ? safe
                : safe.substring(0, Math.min(60, safe.length())) + "-"
                        + Hashes.text(user).substring(0, 8);
    }
}
