package bouncer.engine.library;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which library classes instrumented code gets a model for. Immutable tables. */
public final class ModelledClasses {
    private static final String JUC = "java/util/concurrent/";
    private static final Map<String, String> CLASSES = new HashMap<>();
    private static final Map<String, Class<?>> BRIDGES = new LinkedHashMap<>();

    static {
        model("", "ArrayBlockingQueue ConcurrentHashMap ConcurrentLinkedDeque ConcurrentLinkedQueue CountDownLatch");
        model("", "CyclicBarrier LinkedBlockingDeque LinkedBlockingQueue PriorityBlockingQueue Semaphore");
        model("atomic/", "AtomicBoolean AtomicInteger AtomicIntegerArray AtomicLong AtomicLongArray AtomicReference");
        model("atomic/", "AtomicReferenceArray AtomicMarkableReference AtomicStampedReference");
        model("atomic/", "LongAdder DoubleAdder LongAccumulator DoubleAccumulator");
        model("atomic/", "AtomicIntegerFieldUpdater AtomicLongFieldUpdater AtomicReferenceFieldUpdater");
        model("", "ConcurrentSkipListMap ConcurrentSkipListSet CopyOnWriteArrayList CopyOnWriteArraySet");
        model("locks/", "AbstractOwnableSynchronizer AbstractQueuedSynchronizer");
        model("locks/", "AbstractQueuedSynchronizer$ConditionObject AbstractQueuedLongSynchronizer");
        model("locks/", "AbstractQueuedLongSynchronizer$ConditionObject");
        model("locks/", "ReentrantLock ReentrantReadWriteLock StampedLock");
        model("locks/", "ReentrantReadWriteLock$ReadLock ReentrantReadWriteLock$WriteLock");
        model(
                "",
                "AbstractExecutorService CompletableFuture ExecutorCompletionService Executors ForkJoinPool ForkJoinTask");
        model("", "FutureTask RecursiveAction RecursiveTask RejectedExecutionHandler ScheduledThreadPoolExecutor");
        model("", "SynchronousQueue ThreadLocalRandom ThreadPoolExecutor");
        model("", "CountedCompleter Exchanger LinkedTransferQueue Phaser");
        CLASSES.put(JUC + "ForkJoinWorkerThread", "bouncer/engine/library/Unmodelled");
        CLASSES.put("java/lang/Thread$Builder", "bouncer/engine/library/ThreadBuilder");
        CLASSES.put("java/lang/Thread$Builder$OfPlatform", "bouncer/engine/library/ThreadBuilder$Platform");
        CLASSES.put("java/lang/Thread$Builder$OfVirtual", "bouncer/engine/library/ThreadBuilder$Virtual");
        CLASSES.put("java/lang/InheritableThreadLocal", "bouncer/engine/library/Unmodelled");
        CLASSES.put("java/security/SecureRandom", "bouncer/engine/library/Unmodelled");
        for (String stream : List.of("BaseStream", "Stream", "IntStream", "LongStream", "DoubleStream")) {
            BRIDGES.put("java/util/stream/" + stream, Streams.class);
        }
        BRIDGES.put("java/util/Arrays", ParallelArrays.class);
        BRIDGES.put("java/util/Collections", SynchronizedCollections.class);
        for (String collection : List.of(
                "Collection",
                "List",
                "Set",
                "Queue",
                "ArrayList",
                "LinkedList",
                "ArrayDeque",
                "HashSet",
                "LinkedHashSet",
                "TreeSet")) {
            BRIDGES.put("java/util/" + collection, Streams.class);
        }
        CLASSES.put(JUC + "ConcurrentHashMap$KeySetView", "bouncer/engine/library/KeySetView");
        for (String policy : List.of("Abort", "CallerRuns", "Discard", "DiscardOldest")) {
            CLASSES.put(
                    JUC + "ThreadPoolExecutor$" + policy + "Policy",
                    "bouncer/engine/library/Rejections$" + policy + "Policy");
        }
        for (String name : List.of(
                "java/lang/ThreadLocal",
                "java/util/Random",
                "java/util/IdentityHashMap",
                "java/util/Timer",
                "java/util/TimerTask")) {
            CLASSES.put(name, "bouncer/engine/library/" + name.substring(name.lastIndexOf('/') + 1));
        }
    }

    private ModelledClasses() {}

    /** Models that have the names of what they model, in the package that mirrors the library's. */
    private static void model(String sub, String names) {
        for (String name : List.of(names.split(" ", -1))) {
            CLASSES.put(JUC + sub + name, "bouncer/engine/library/" + sub + name);
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
