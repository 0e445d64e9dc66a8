package bouncer.app.catalogue;

import bouncer.checks.Fault;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One exercise, as {@code exercise.toml} describes it: each component is a key or a table of the file. Immutable.
 *
 * @param slug its name in paths and commands, such as {@code 04-counter}
 * @param title its title in reports
 * @param points the sum of its checks' points
 * @param className binary name of the class that the contract names
 * @param files paths below a source root that the student writes
 * @param packages packages a submission may declare
 * @param checks class names of its checks
 * @param after slugs of the exercises that a student should solve before this one
 * @param contract the public members that the class must have
 * @param api names that the exercise forbids and allows
 * @param hints the hints that a learner can ask for
 * @param faults what a finding of a fault means in this exercise, in a sentence or two for the student
 * @param demo the topic that this class demonstrates; empty for most exercises
 */
public record Exercise(
        @JsonProperty(required = true) String slug,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) int points,
        @JsonProperty(value = "class", required = true) String className,
        @JsonProperty(required = true) List<String> files,
        @JsonProperty(required = true) List<String> packages,
        @JsonProperty(required = true) List<String> checks,
        List<String> after,
        @JsonProperty(required = true) Contract contract,
        ApiRules api,
        Hints hints,
        Map<Fault, String> faults,
        String demo) {
    /** Replaces missing optional components by empty ones. */
    public Exercise {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        checks = List.copyOf(checks);
        after = after == null ? List.of() : List.copyOf(after);
        api = api == null ? new ApiRules(List.of(), List.of(), "", List.of()) : api;
        hints = hints == null ? new Hints("", "") : hints;
        faults = faults == null ? Map.of() : Map.copyOf(faults);
        demo = demo == null ? "" : demo;
    }

    /**
     * The contract of the class.
     *
     * @param members public signatures in Java source form
     */
    public record Contract(@JsonProperty(required = true) List<String> members) {
        public Contract {
            members = List.copyOf(members);
        }
    }

    /**
     * Names that may not be used, by prefix; the longest match decides, and a name without a match is allowed.
     *
     * @param forbidden prefixes of names that are refused
     * @param allowed prefixes of names that are allowed although a shorter prefix forbids them
     * @param reason a sentence for a student who used a forbidden one; may be empty
     * @param groups parts of the JDK that this exercise opens in addition to what every exercise may use
     */
    public record ApiRules(
            @JsonProperty(required = true) List<String> forbidden,
            @JsonProperty(required = true) List<String> allowed,
            @JsonProperty(required = true) String reason,
            List<String> groups) {
        public ApiRules {
            forbidden = List.copyOf(forbidden);
            allowed = List.copyOf(allowed);
            groups = groups == null ? List.of() : List.copyOf(groups);
        }
    }

    /**
     * Hints, the vaguest first.
     *
     * @param idea what to think about, without code; empty when there is none
     * @param place where in one's own file to look; empty when there is none
     */
    public record Hints(String idea, String place) {
        public Hints {
            idea = idea == null ? "" : idea.strip();
            place = place == null ? "" : place.strip();
        }
    }
}
