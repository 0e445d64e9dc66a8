package counter;

/**
 * A counter that any number of threads use at once.
 *
 * <p>Each call takes effect at one instant between its start and its return, as if the calls had come one
 * after the other in the order of these instants. What a thread wrote before a call is visible to every thread
 * whose later call sees the effect of that call. Counters are independent of each other.
 */
public final class ThreadSafeCounter {

    /** Creates a counter whose value is 0. */
    public ThreadSafeCounter() {}

    /** Adds one. */
    public void increment() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }

    /** Subtracts one; the value may become negative. */
    public void decrement() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }

    /** Returns the value. */
    public long get() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }

    /** Returns the value and sets the counter to 0, as one step: no other call falls between the two. */
    public long getAndReset() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }
}
