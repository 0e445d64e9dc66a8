package bouncer.app.grading;

import bouncer.app.catalogue.Exercise;
import bouncer.app.rules.Rules;
import java.util.SortedMap;
import java.util.function.Predicate;

/** Checks compiled classes against the static rules. A test of the later defences replaces the rules by laxer ones. */
@FunctionalInterface
interface RuleChecker {
    /** The real rules. */
    RuleChecker RULES = Rules::look;

    /**
     * Checks the classes of a submission, as {@link Rules#look} does.
     *
     * @param classes class files by binary name with slashes
     * @param taken tells whether a binary name with slashes belongs to the checks
     */
    Rules.Seen look(SortedMap<String, byte[]> classes, Exercise exercise, Predicate<String> taken);
}
