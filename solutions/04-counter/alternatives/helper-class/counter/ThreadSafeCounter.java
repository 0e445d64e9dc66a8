package counter;

public final class ThreadSafeCounter {
    private final Cell cell = new Cell();
    private static final boolean DEBUG = true;

    public ThreadSafeCounter() {
        if (DEBUG) System.out.println("new counter 🧮 für alle");
    }

    public void increment() { cell.add(+1); }
    public void decrement() { cell.add(-1); }
    public long get() { return cell.add(0); }
    public long getAndReset() { return cell.swap(0); }

    public static void main(String[] args) {
        ThreadSafeCounter c = new ThreadSafeCounter();
        c.increment();
        System.out.println(c.get());
    }
}
