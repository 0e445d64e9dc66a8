package bouncer.app.verdict;

/**
 * Where and by what a report was made: all that someone who repeats a verdict must know beside the sources.
 *
 * @param bouncer version of the harness
 * @param jdk version of the JDK that compiled and ran the submission
 * @param cpus processors the harness could use
 * @param isolation what kept the submission in, such as {@code process only}
 */
public record Origin(String bouncer, String jdk, int cpus, String isolation) {}
