package bouncer.checks;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A meeting that so many threads must reach before any of them goes on: overlap as a fact, not as a stopwatch. If the
 * others cannot come, everybody stands still, and that is reported as this fault. For one meeting (whoever comes later passes); thread-safe, and it
 * orders no memory between those who meet.
 */
public final class Rendezvous {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutionEnvironment.Seats seats;

    /**
     * Announces a meeting; to be made by the check's own thread.
     *
     * @param fault what it means when they never meet
     * @param message the sentence that says so
     */
    public Rendezvous(int parties, Fault fault, String message) {
        this.parties = parties;
        this.seats = ExecutionEnvironment.current().seats(parties);
        CheckRuntime.get().expectMeeting(fault, message, this::isWaitedFor);
    }

    /** As {@link #Rendezvous(int, Fault, String)}, with the fault that the check's annotation names. */
    public Rendezvous(int parties, String message) {
        this(parties, CheckRuntime.get().declaredFault(), message);
    }

    /** Waits until all are there; an interrupt does not end the wait and is kept. */
    public void meet() {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        int mine = world.relaxed(this, true, this::arrive);
        if (mine == parties - 1) {
            seats.wake(mine);
        } else if (mine < parties) {
            seats.await(this, mine, () -> arrived.getOpaque() >= parties);
        }
    }

    private int arrive() {
        int before = arrived.getOpaque();
        while (!arrived.weakCompareAndSetPlain(before, before + 1)) {
            before = arrived.getOpaque();
        }
        return before;
    }

    /** Whether some thread has not come yet. */
    boolean isOpen() {
        return arrived.getOpaque() < parties;
    }

    /** Whether some threads are here and others are not. */
    private boolean isWaitedFor() {
        int there = arrived.getOpaque();
        return there > 0 && there < parties;
    }
}
