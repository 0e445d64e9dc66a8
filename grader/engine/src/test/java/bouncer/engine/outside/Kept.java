package bouncer.engine.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Programs whose state outlives an execution unless it is put back, and that see it if it does; and locks of the library. */
public class Kept {
    private final Vector<Integer> vector = new Vector<>(List.of(1, 2));
    private volatile int seen;

    /** Everything that an enum can hold. */
    enum Single {
        ONE(new int[2]);

        private static int calls;
        private static final Map<String, Integer> TABLE = new HashMap<>(Map.of("a", 1));
        private final AtomicInteger atomic = new AtomicInteger(5);
        private final ReentrantLock lock = new ReentrantLock();
        private final List<String> names = new ArrayList<>(List.of("n"));
        private final int[] array;
        private int plain = 7;

        Single(int[] array) {
            this.array = array;
        }
    }

    /** Its one field can't be set again, but what it holds can. */
    interface Shared {
        AtomicInteger COUNT = new AtomicInteger();
    }

    private static void must(boolean condition) {
        if (!condition) {
            throw new AssertionError("something was left of the execution before");
        }
    }

    private static void both(Runnable body) throws InterruptedException {
        Thread first = new Thread(body);
        Thread second = new Thread(body);
        first.start();
        second.start();
        first.join();
        second.join();
    }

    void anEnum() throws InterruptedException {
        must(Single.calls == 0 && Single.TABLE.equals(Map.of("a", 1)) && Single.ONE.atomic.get() == 5);
        must(Single.ONE.names.equals(List.of("n")) && Single.ONE.array[1] == 0 && Single.ONE.plain == 7);
        must(!Single.ONE.lock.isLocked());
        both(() -> {
            Single.ONE.lock.lock();
            Single.calls++;
            Single.TABLE.put("b", 2);
            Single.TABLE.remove("a");
            Single.ONE.atomic.incrementAndGet();
            Single.ONE.names.add("more");
            Single.ONE.array[1]++;
            Single.ONE.plain++;
            Single.ONE.lock.unlock();
        });
        Single.ONE.lock.lock();
    }

    void anInterface() throws InterruptedException {
        must(Shared.COUNT.get() == 0);
        both(Shared.COUNT::incrementAndGet);
        must(Shared.COUNT.get() == 2);
    }

    /** The library calls back while it holds the vector's real lock. */
    void callbacksUnderALock() throws InterruptedException {
        both(() -> vector.forEach(each -> seen = each));
    }

    /** Here too, if it asks for the text itself. */
    void textsUnderALock() throws InterruptedException {
        java.io.PrintStream out = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        Object slow = new Object() {
            @Override
            public String toString() {
                seen = 1;
                synchronized (Kept.this) {
                    seen = 2;
                }
                return "slow";
            }
        };
        both(() -> out.printf("%s%n", slow));
    }
}
