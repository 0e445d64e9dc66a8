package bouncer.app.grading;

import bouncer.app.catalogue.Exercise;
import bouncer.app.rules.Rules;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The static rules, which only a test of what lies behind them puts out of force. */
@FunctionalInterface
interface RuleChecker {
    /** The rules as they are. */
    RuleChecker RULES = Rules::look;

    /** {@link Rules#look}. */
    Rules.Seen look(SortedMap<String, byte[]> classes, Exercise room, Predicate<String> taken);
}
