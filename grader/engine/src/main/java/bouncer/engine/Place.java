package bouncer.engine;

/**
 * A line of instrumented code.
 *
 * @param className binary name
 * @param method its method
 * @param file path below the source root, such as {@code counter/ThreadSafeCounter.java}
 * @param line 1-based; 0 when the class file has no line numbers
 */
public record Place(String className, String method, String file, int line) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
