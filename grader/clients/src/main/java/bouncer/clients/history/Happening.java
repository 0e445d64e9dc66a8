package bouncer.clients.history;

import bouncer.engine.Stamp;
import java.util.List;

/** What happened in an execution, in the order in which it did. Immutable but for the calls it names. */
public sealed interface Happening {

    /** A call began. */
    record Began(CallRecord call) implements Happening {}

    /** A call ended. */
    record Ended(CallRecord call) implements Happening {}

    /**
     * A caller was interrupted from outside.
     *
     * @param thread its number
     * @param begin where the interrupting thread stood before
     * @param end where it stood afterwards
     */
    record Interrupted(int thread, Stamp begin, Stamp end) implements Happening {}

    /**
     * No thread could take a step.
     *
     * @param nanos the virtual time
     * @param threads the state of each caller
     */
    record Rest(long nanos, List<Standing> threads) implements Happening {
        public Rest {
            threads = List.copyOf(threads);
        }
    }

    /**
     * A caller at rest.
     *
     * @param interrupted its interrupt status
     * @param making whether its call waits for the maker of resources
     * @param manner how it stands still
     */
    record Standing(boolean interrupted, boolean making, bouncer.engine.ThreadStanding manner) {}
}
