package bouncer.checks.specification;

import bouncer.checks.Fault;

/** What every contract demands of each call; the judge of a history names the clause that it breaks. */
public enum Clause {
    /** No order of the calls explains what a call returned. */
    RESULT(Fault.WRONG_RESULT),
    /** As {@link #RESULT}, in a history of calls that overlap. */
    ATOMICITY(Fault.CHECK_THEN_ACT),
    /** A call went on although it had to wait, or was served although it had to be refused. */
    EXCLUSION(Fault.NOT_EXCLUSIVE),
    /** A call was refused, or waited for its time to be over, although it could have been served. */
    REFUSAL(Fault.WRONG_RESULT),
    /** A call had to throw an exception and did not, or threw one that it must not. */
    EXCEPTION(Fault.WRONG_RESULT),
    /** A call sleeps although it could go on. */
    WAKE_UP(Fault.LOST_WAKEUP),
    /** As {@link #WAKE_UP}, after another call has given up waiting. */
    PASSED_ON(Fault.SWALLOWED_WAKEUP),
    /** A call that never has to wait does not end. */
    PROGRESS(Fault.HANG),
    /** A timed call gave up too early or too late. */
    TIME(Fault.BAD_TIMEOUT),
    /** An interrupt, or the interrupt status, was not treated as it must be. */
    INTERRUPT(Fault.SWALLOWED_INTERRUPT),
    /** A call showed the effect of another one that does not happen-before it. */
    VISIBILITY(Fault.UNLOCKED_READ),
    /** A call of one object waits for a call of another one. */
    INDEPENDENCE(Fault.STATIC_SHARED),
    /** A call that waits uses the processor. */
    SLEEP(Fault.BUSY_WAIT),
    /** A call that waits looks again and again by a clock. */
    POLLING(Fault.SLEEP_POLLING),
    /** A call goes on for ever without waiting. */
    END(Fault.HANG);

    private final Fault fault;

    Clause(Fault fault) {
        this.fault = fault;
    }

    /** Returns the fault that it usually is. */
    public Fault fault() {
        return fault;
    }
}
