package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A state that must be reachable: so many threads at one place at once. Under exploration one schedule that gets there
 * is enough, and a complete search that never does is a finding. On the real machine it is a {@link Rendezvous}.
 * Thread-safe; orders no memory.
 */
public final class Reach {
    private final int parties;
    private final String otherwise;
    private final Gauge gauge = new Gauge();
    private final @Nullable Rendezvous meeting;

    private Reach(int parties, Fault fault, String otherwise) {
        this.parties = parties;
        this.otherwise = otherwise;
        boolean real = ExecutionEnvironment.current() == RealEnvironment.INSTANCE;
        this.meeting = real ? new Rendezvous(parties, fault, otherwise) : null;
        CheckContext.mustReach(otherwise, fault);
        ExecutionEnvironment.current().mustReach(otherwise);
    }

    /**
     * Announces a state; to be made by the check's own thread.
     *
     * @param fault what it means when it is never reached
     * @param otherwise the sentence that says so
     */
    public static Reach of(int parties, Fault fault, String otherwise) {
        return new Reach(parties, fault, otherwise);
    }

    /** Is there for a moment; on the real machine for the first threads until all are there. */
    public void visit() {
        int inside = gauge.enter();
        if (meeting == null) {
            if (inside >= parties) {
                ExecutionEnvironment.current().reached(otherwise);
            }
        } else if (meeting.isOpen()) {
            meeting.meet();
        }
        gauge.leave();
    }
}
