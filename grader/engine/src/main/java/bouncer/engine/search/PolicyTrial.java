package bouncer.engine.search;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Carriers;
import bouncer.engine.run.End;
import bouncer.engine.schedule.Scheduler;

/**
 * Runs single executions under the caller's own policy, to study policies. Not thread-safe.
 */
public final class PolicyTrial implements AutoCloseable {
    private final Carrier carrier;
    private final ProgramRunner session;
    private final Limits limits;

    /** A program that is loaded and ready. */
    public PolicyTrial(Program program, Limits limits) {
        this.limits = limits;
        carrier = Carriers.open(limits.carrier());
        session = new ProgramRunner(program, LibraryTreatment.allVisible(), carrier, false);
    }

    /**
     * Runs it once.
     *
     * @param plainVisible whether plain accesses are steps; data races are no end then
     */
    public End run(Scheduler scheduler, boolean plainVisible) {
        return session.run(limits, scheduler, plainVisible).end();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
