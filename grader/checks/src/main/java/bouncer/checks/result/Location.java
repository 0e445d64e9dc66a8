package bouncer.checks.result;

/**
 * A place in a submission.
 *
 * @param file path below the source root with forward slashes, such as {@code counter/ThreadSafeCounter.java}
 * @param line 1-based; 0 when only the file is known
 */
public record Location(String file, int line) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
