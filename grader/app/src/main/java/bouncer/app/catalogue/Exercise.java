package bouncer.app.catalogue;

import java.util.List;

/**
 * One exercise, as {@code exercise.toml} describes it.
 *
 * @param slug the room's name, such as {@code 04-counter}
 * @param title its name for people
 * @param points the sum of its checks' points
 * @param className the class the contract names
 * @param files paths below a source root that the student writes
 * @param packages packages a submission may declare
 * @param checks class names of its checks
 * @param members public signatures of the contract in Java source form
 * @param api what the exercise forbids
 * @param hints what a learner who is stuck may ask for
 * @param demo the topic of which this class is the example at work; empty for most rooms
 */
public record Exercise(
        String slug,
        String title,
        int points,
        String className,
        List<String> files,
        List<String> packages,
        List<String> checks,
        List<String> members,
        ApiRules api,
        Hints hints,
        String demo) {
    public Exercise {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        checks = List.copyOf(checks);
        members = List.copyOf(members);
    }

    /**
     * Names that may not be used, by prefix; the longest match decides, and nothing matched is allowed.
     *
     * @param reason told to whoever used one
     * @param groups parts of the JDK that this exercise opens beside what every exercise may use
     */
    public record ApiRules(List<String> forbidden, List<String> allowed, String reason, List<String> groups) {
        /** Rules for an exercise that opens nothing more. */
        public ApiRules(List<String> forbidden, List<String> allowed, String reason) {
            this(forbidden, allowed, reason, List.of());
        }

        public ApiRules {
            groups = List.copyOf(groups);
            forbidden = List.copyOf(forbidden);
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * Hints, from the vaguest on.
     *
     * @param idea what to think about, without code; empty when nobody wrote one
     * @param place where in one's own file to look; empty when nobody wrote one
     */
    public record Hints(String idea, String place) {}
}
