package bouncer.engine;

/** The part of all interleavings that a search has explored. */
public sealed interface Coverage {

    /** Returns the number of executions that ran to their end. */
    long executions();

    /** Every interleaving, up to the order of independent steps. */
    record Complete(long executions) implements Coverage {}

    /** Every schedule with at most that many preemptions. */
    record CompleteUpTo(int preemptions, long executions) implements Coverage {}

    /** Some interleavings: as many as the limits allow, or as were needed to find a failure. */
    record Sampled(long executions) implements Coverage {}
}
