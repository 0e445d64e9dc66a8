package bouncer.engine.juc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which library classes instrumented code gets a model for. Immutable tables. */
public final class Renames {
    private static final String JUC = "java/util/concurrent/";
    private static final Map<String, String> CLASSES = new HashMap<>();
    private static final Map<String, Class<?>> BRIDGES = new LinkedHashMap<>();

    static {
        model("", "ArrayBlockingQueue ConcurrentHashMap ConcurrentLinkedDeque ConcurrentLinkedQueue CountDownLatch");
        model("", "CyclicBarrier LinkedBlockingDeque LinkedBlockingQueue PriorityBlockingQueue Semaphore");
        model("atomic/", "AtomicBoolean AtomicInteger AtomicIntegerArray AtomicLong AtomicLongArray AtomicReference");
        model("atomic/", "AtomicReferenceArray AtomicMarkableReference AtomicStampedReference");
        model("atomic/", "LongAdder DoubleAdder LongAccumulator DoubleAccumulator");
        model("locks/", "ReentrantLock ReentrantReadWriteLock StampedLock");
        model("locks/", "ReentrantReadWriteLock$ReadLock ReentrantReadWriteLock$WriteLock");
        CLASSES.put(JUC + "ConcurrentHashMap$KeySetView", "bouncer/engine/juc/KeySetView");
    }

    private Renames() {}

    /** Models that have the names of what they model, in the package that mirrors the library's. */
    private static void model(String sub, String names) {
        for (String name : names.split(" ")) {
            CLASSES.put(JUC + sub + name, "bouncer/engine/juc/" + sub + name);
        }
    }

    /** Internal names of library classes to internal names of their models; every mention of the one becomes the other. */
    public static Map<String, String> classes() {
        return CLASSES;
    }

    /**
     * Internal names of classes that stay, to a class of public static methods that take calls in their place: a static
     * method with the same signature takes a static call, one whose first parameter is the receiver an instance call.
     * Calls without such a method go where they went.
     */
    public static Map<String, Class<?>> bridges() {
        return BRIDGES;
    }
}
