package counter;

/**
 * A counter that many threads use at once. Every method takes effect at one instant between its call and its return, and
 * what a thread wrote before its call is visible to whoever sees the call's effect.
 */
public final class ThreadSafeCounter {

    private long value;

    /** Makes a counter that stands at 0. */
    public ThreadSafeCounter() {}

    /** Adds one. */
    public synchronized void increment() {
        value++;
    }

    /** Takes one away; the counter may fall below 0. */
    public synchronized void decrement() {
        value--;
    }

    /** Returns the value. */
    public synchronized long get() {
        return value;
    }

    /** Returns the value and sets it to 0, as one step: no increment falls between the two. */
    public synchronized long getAndReset() {
        value = 0;
        return value;
    }
}
