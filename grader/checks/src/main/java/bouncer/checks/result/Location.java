package bouncer.checks.result;

/**
 * A place in the sources of a submission. Immutable.
 *
 * @param file the path below the source root, with forward slashes, such as {@code counter/ThreadSafeCounter.java}
 * @param line the line, counted from 1; 0 if only the file is known
 */
public record Location(String file, int line) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
