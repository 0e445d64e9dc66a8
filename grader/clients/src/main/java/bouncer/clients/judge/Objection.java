package bouncer.clients.judge;

import bouncer.checks.specification.Clause;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.History;
import org.jspecify.annotations.Nullable;

/**
 * Why a history breaks a contract. Immutable.
 *
 * @param clause the clause that it breaks
 * @param call the call that shows it; null if a constructor does
 * @param expected what the contract demands at that point, in words; may be empty
 * @param actual what happened instead, in words
 * @param history what was observed
 */
public record Objection(Clause clause, @Nullable CallRecord call, String expected, String actual, History history) {

    /** Returns a text that is the same for executions of one client that fail in the same way. */
    public String key() {
        return clause + (call == null ? "" : " " + call.call());
    }
}
