package bouncer.clients.run;

import bouncer.checks.specification.Clause;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.engine.Exploration;
import bouncer.engine.Failure;
import bouncer.engine.Outcome;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out turns of a client as long as the rest fails for the same reason: halves, quarters and so on down to single
 * ones (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002). Used by one thread.
 */
public final class ClientMinimizer {
    private static final int MOST_TRIALS = 120;

    private final ClientSession session;
    private final Client client;
    private final int executions;
    private final Object reason;
    private Set<Integer> left = new TreeSet<>();
    private Failure failure;
    private int trials;

    /**
     * Prepares for a client that the session has just found to fail.
     *
     * @param failure how it failed
     * @param executions the most executions of each client that is tried
     */
    public ClientMinimizer(ClientSession session, Client client, Failure failure, int executions) {
        this.session = session;
        this.client = client;
        this.failure = failure;
        this.executions = executions;
        this.reason = reason(failure, session.objection());
    }

    private static Object reason(Failure failure, @Nullable Objection objection) {
        Clause clause = objection == null ? null : objection.clause();
        return failure instanceof Failure.Rejected && clause != null ? clause : failure.getClass();
    }

    /** Leaves out what can be left out; the session's last exploration is of what is left. */
    public void minimize() {
        int count = client.variant().is(Client.Kind.SINGLE) ? 0 : client.turns().size();
        for (int size = (count + 1) / 2; size > 0; size /= 2) {
            for (int from = count - size; from > -size; from -= size) {
                Set<Integer> more = new TreeSet<>(left);
                for (int turn = Math.max(0, from); turn < from + size; turn++) {
                    more.add(turn);
                }
                if (more.size() > left.size() && trials < MOST_TRIALS) {
                    attempt(more);
                }
            }
        }
        attempt(left);
    }

    private void attempt(Set<Integer> more) {
        trials++;
        Exploration found = session.explore(client.without(more), executions);
        if (found.outcome() instanceof Outcome.Failed failed
                && reason(failed.failure(), session.objection()).equals(reason)) {
            left = more;
            failure = failed.failure();
        }
    }

    /** Returns the indices of the turns that are not needed. */
    public Set<Integer> left() {
        return left;
    }

    /** Returns how what is left fails. */
    public Failure failure() {
        return failure;
    }
}
