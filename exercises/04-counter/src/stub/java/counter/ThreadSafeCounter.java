package counter;

/**
 * A counter that many threads use at once. Every method takes effect at one instant between its call and its return, and
 * what a thread wrote before its call is visible to whoever sees the call's effect.
 */
public final class ThreadSafeCounter {

    /** Makes a counter that stands at 0. */
    public ThreadSafeCounter() {}

    /** Adds one. */
    public void increment() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }

    /** Takes one away; the counter may fall below 0. */
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

    /** Returns the value and sets it to 0, as one step: no increment falls between the two. */
    public long getAndReset() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }
}
