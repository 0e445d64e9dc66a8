package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that so many threads must reach before any of them goes on: overlap as a fact, not as a stopwatch. If the
 * others cannot come, everybody stands still, and that is reported as this fault. For one meeting (whoever comes later passes); thread-safe, and it
 * orders no memory between those who meet.
 */
public final class Rendezvous {
    private final int parties;
    private final Fault fault;
    private final String otherwise;
    private final AtomicInteger arrived = new AtomicInteger();
    private final ParkingSlots seats;

    /**
     * Announces a meeting; to be made by the check's own thread.
     *
     * @param fault what it means when they never meet
     * @param otherwise the sentence that says so
     */
    public Rendezvous(int parties, Fault fault, String otherwise) {
        this.parties = parties;
        this.fault = fault;
        this.otherwise = otherwise;
        this.seats = new ParkingSlots(parties);
        CheckContext.announce(this);
    }

    /** Waits until all are there; an interrupt does not end the wait and is kept. */
    public void meet() {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        int mine = world.relaxed(this, true, this::arrive);
        if (mine == parties - 1) {
            world.wake(seats, mine);
        } else if (mine < parties) {
            world.await(this, seats, mine, () -> arrived.getOpaque() >= parties);
        }
    }

    private int arrive() {
        int before = arrived.getOpaque();
        while (!arrived.weakCompareAndSetPlain(before, before + 1)) {
            before = arrived.getOpaque();
        }
        return before;
    }

    /** Whether somebody is still to come. */
    boolean isOpen() {
        return arrived.getOpaque() < parties;
    }

    /** What to report if nothing can move now: null unless somebody waits here. */
    @Nullable
    Finding unmet() {
        int there = arrived.getOpaque();
        return there > 0 && there < parties ? new Finding.ContractBroken(fault, otherwise, null) : null;
    }
}
