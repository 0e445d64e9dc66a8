package bouncer.engine;

/** How much of all there is to see a search has seen. */
public sealed interface Coverage {

    /** How many executions were run to their end. */
    long executions();

    /** Every schedule that matters. */
    record Complete(long executions) implements Coverage {}

    /** Every schedule with at most that many preemptions. */
    record CompleteUpTo(int preemptions, long executions) implements Coverage {}

    /** As many schedules as the limits allow, or as were needed to find a failure. */
    record Sampled(long executions) implements Coverage {}
}
