package bouncer.app.pipeline;

import bouncer.app.catalogue.Room;
import bouncer.app.rules.Rules;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The static rules, which only a test of what lies behind them puts out of force. */
@FunctionalInterface
interface Law {
    /** The rules as they are. */
    Law RULES = Rules::look;

    /** {@link Rules#look}. */
    Rules.Seen look(SortedMap<String, byte[]> classes, Room room, Predicate<String> taken);
}
