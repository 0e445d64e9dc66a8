package bouncer.app.verdict;

/**
 * The environment in which a report was made: what must be known, beside the sources, to reproduce its verdicts.
 *
 * @param bouncer version of the harness
 * @param jdk version of the JDK that compiled and ran the submission
 * @param cpus processors the harness could use
 * @param isolation the isolation of the submission's processes, such as {@code process only}
 */
public record Origin(String bouncer, String jdk, int cpus, String isolation) {}
