package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * A state that must be reachable: a number of threads at one place at the same time. Under exploration one schedule
 * that reaches the state is enough; if a complete search does not find one, the check fails. On the real machine this
 * is a {@link Rendezvous}. Thread-safe; creates no happens-before edges.
 */
public final class Reach {
    private final int parties;
    private final String message;
    private final Gauge gauge = new Gauge();
    private final @Nullable Rendezvous meeting;

    private Reach(int parties, Fault fault, String message) {
        this.parties = parties;
        this.message = message;
        boolean real = ExecutionEnvironment.current().isReal();
        this.meeting = real ? new Rendezvous(parties, fault, message) : null;
        CheckRuntime.get().meaningOf(message, fault);
        ExecutionEnvironment.current().mustReach(message);
    }

    /** As {@link #of(int, Fault, String)}, with the fault that the check's annotation names. */
    public static Reach of(int parties, String message) {
        return of(parties, CheckRuntime.get().declaredFault(), message);
    }

    /**
     * Announces a state. Called by the check's own thread.
     *
     * @param parties the number of threads
     * @param fault the fault if the state is never reached
     * @param message the finding's message, one sentence
     */
    public static Reach of(int parties, Fault fault, String message) {
        return new Reach(parties, fault, message);
    }

    /** Visits the place. On the real machine, the first threads stay until all parties have arrived. */
    public void visit() {
        int inside = gauge.enter();
        if (meeting == null) {
            if (inside >= parties) {
                ExecutionEnvironment.current().reached(message);
            }
        } else if (meeting.isOpen()) {
            meeting.meet();
        }
        gauge.leave();
    }
}
