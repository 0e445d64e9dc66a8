package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * A state that must be reachable: so many threads at one place at once. Under exploration one schedule that gets there
 * is enough, and a complete search that never does is a finding. On the real machine it is a {@link Rendezvous}.
 * Thread-safe; orders no memory.
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
     * Announces a state; to be made by the check's own thread.
     *
     * @param fault what it means when it is never reached
     * @param message the sentence that says so
     */
    public static Reach of(int parties, Fault fault, String message) {
        return new Reach(parties, fault, message);
    }

    /** Is there for a moment; on the real machine for the first threads until all are there. */
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
