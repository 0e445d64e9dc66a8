package counter;
public final class ThreadSafeCounter {
    private long n;
    public synchronized void increment() { n++; }
    public synchronized void decrement() { n--; }
    public synchronized long get() { return n; }
    public synchronized long getAndReset() { long r = n; n = 0; return r; }
}
