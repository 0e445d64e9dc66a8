package counter;

/**
 * A counter that many threads use at once. Every method takes effect at one instant between its call and its return, and
 * what a thread wrote before its call is visible to whoever sees the call's effect.
 */
public final class ThreadSafeCounter {

    // New: the state. Only read and written by a thread that holds this object's monitor; that alone makes it neither
    // volatile nor atomic, and yet every thread sees the latest value.
    private long value;

    /** Makes a counter that stands at 0. */
    public ThreadSafeCounter() {}

    /** Adds one. */
    // New: synchronized. value++ is a read, an addition and a write; without the monitor two threads can read the same value.
    public synchronized void increment() {
        value++;
    }

    /** Takes one away; the counter may fall below 0. */
    // New: synchronized on the same object as increment, for two locks would not keep the two methods apart.
    public synchronized void decrement() {
        value--;
    }

    /** Returns the value. */
    // New: reading takes the monitor too. Without it nothing promises that this thread ever sees what others wrote.
    public synchronized long get() {
        return value;
    }

    /** Returns the value and sets it to 0, as one step: no increment falls between the two. */
    // New: one synchronized method. Two (get, then reset) would be two steps, and an increment between them is lost.
    public long getAndReset() {
        long before;
        synchronized (this) {
            before = value;
        }
        value = 0;
        return before;
    }
}
