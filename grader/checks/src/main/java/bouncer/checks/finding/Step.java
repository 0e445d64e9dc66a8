package bouncer.checks.finding;

/**
 * One step of an interleaving.
 *
 * @param thread the thread that takes the step, such as {@code T1}
 * @param file the file below the source root
 * @param line 1-based line
 * @param what the step in words, such as {@code reads count = 0}
 */
public record Step(String thread, String file, int line, String what) {}
