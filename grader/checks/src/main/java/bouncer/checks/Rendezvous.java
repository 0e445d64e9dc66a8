package bouncer.checks;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A barrier that shows overlap without measuring time: each thread waits in {@link #meet} until all parties have
 * arrived. If some of them can never arrive, the check stands still, and that is reported as the fault given here. For
 * one use: a thread that arrives after the meeting does not wait. Thread-safe; creates no happens-before edges between
 * the parties.
 */
public final class Rendezvous {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutionEnvironment.Seats seats;

    /**
     * Announces a meeting. Called by the check's own thread.
     *
     * @param parties the number of threads
     * @param fault the fault if the threads never meet
     * @param message the finding's message, one sentence
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

    /** Waits until all parties have arrived. An interrupt does not end the wait; the interrupt status is kept. */
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

    /** Returns true if some party has not arrived yet. */
    boolean isOpen() {
        return arrived.getOpaque() < parties;
    }

    /** Returns true if some parties have arrived and others have not. */
    private boolean isWaitedFor() {
        int there = arrived.getOpaque();
        return there > 0 && there < parties;
    }
}
