package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Program;
import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.library.Calls.Call;
import bouncer.engine.library.atomic.AtomicBoolean;
import bouncer.engine.library.atomic.AtomicInteger;
import bouncer.engine.library.atomic.AtomicIntegerArray;
import bouncer.engine.library.atomic.AtomicLong;
import bouncer.engine.library.atomic.AtomicLongArray;
import bouncer.engine.library.atomic.AtomicReference;
import bouncer.engine.library.atomic.AtomicReferenceArray;
import bouncer.engine.library.atomic.DoubleAccumulator;
import bouncer.engine.library.atomic.DoubleAdder;
import bouncer.engine.library.atomic.LongAccumulator;
import bouncer.engine.library.atomic.LongAdder;
import bouncer.engine.library.locks.ReentrantLock;
import bouncer.engine.library.locks.ReentrantReadWriteLock;
import bouncer.engine.library.locks.StampedLock;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No model changes state outside a step, where the search would not see it: for each public method whose call changes what a reader
 * returns, the two orders of the calls are two executions.
 */
class StepsTest {
    private static final int SEEDS = 4;
    /** What these return depends on the thread that calls them. */
    private static final Set<String> OF_THE_CALLER = Set.of("isHeldByCurrentThread", "getHoldCount", "hashCode");

    static Stream<Arguments> models() {
        return Stream.of(
                model(AtomicBoolean::new, 5),
                model(AtomicInteger::new, 15),
                model(AtomicLong::new, 15),
                model(() -> new AtomicReference<>(1), 6),
                model(() -> new AtomicIntegerArray(2), 10),
                model(() -> new AtomicLongArray(2), 10),
                model(() -> new AtomicReferenceArray<>(2), 4),
                model(DoubleAdder::new, 1),
                model(() -> new DoubleAccumulator(Double::sum, 0), 1),
                model(LongAdder::new, 3),
                model(() -> new LongAccumulator(Long::sum, 0), 1),
                model(() -> new Semaphore(2), 6),
                model(() -> new CountDownLatch(2), 1),
                model(() -> new Phaser(2), 4),
                model(ReentrantLock::new, 3),
                model(StampedLock::new, 6),
                model(ReentrantReadWriteLock::new, 0),
                model(() -> new ReentrantReadWriteLock().writeLock(), 1),
                model(() -> new ReentrantReadWriteLock().readLock(), 1),
                model(() -> new ArrayBlockingQueue<>(3, false, List.of(1, 2)), 10),
                model(() -> new LinkedBlockingQueue<>(List.of(1, 2)), 10),
                model(() -> new LinkedBlockingDeque<>(List.of(1, 2)), 20),
                model(() -> new PriorityBlockingQueue<>(List.of(1, 2)), 8),
                model(() -> new LinkedTransferQueue<>(List.of(1, 2)), 8),
                model(() -> new ConcurrentLinkedQueue<>(List.of(1, 2)), 5),
                model(() -> new ConcurrentLinkedDeque<>(List.of(1, 2)), 15),
                model(() -> new ConcurrentHashMap<>(Map.of(1, "a", 2, "b")), 8),
                model(() -> new ConcurrentSkipListMap<>(Map.of(1, "a", 2, "b")), 8),
                model(() -> new ConcurrentSkipListSet<>(List.of(1, 2)), 5),
                model(CompletableFuture::new, 3),
                model(ConcurrentHashMap::newKeySet, 1),
                model(ForkJoinPool::new, 1),
                model(() -> new FutureTask<>(() -> 1), 2),
                model(Tagged::new, 3),
                model(() -> new ThreadPoolExecutor(1, 9, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>()), 4),
                model(() -> new ScheduledThreadPoolExecutor(1), 6));
    }

    /** A task of a fork-join pool. */
    static final class Tagged extends RecursiveAction {
        @Override
        protected void compute() {}
    }

    private static Arguments model(Supplier<Object> maker, int mutators) {
        return Arguments.argumentSet(maker.get().getClass().getSimpleName(), maker, mutators);
    }

    /** Models that no reader without arguments shows, or that only one thread uses: why none of them is above. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("AbstractExecutorService", "abstract: ThreadPoolExecutor"),
            Map.entry("AbstractOwnableSynchronizer", "abstract: ReentrantLock"),
            Map.entry("AbstractQueuedLongSynchronizer", "abstract: Semaphore and locks are made with its kin"),
            Map.entry("AbstractQueuedSynchronizer", "abstract: Semaphore and locks are made with its kin"),
            Map.entry("ConditionObject", "is of a synchronizer"),
            Map.entry("AtomicIntegerFieldUpdater", "of a field of the program"),
            Map.entry("AtomicLongFieldUpdater", "of a field of the program"),
            Map.entry("AtomicReferenceFieldUpdater", "of a field of the program"),
            Map.entry("CountedCompleter", "abstract: Tagged"),
            Map.entry("RecursiveAction", "abstract: Tagged"),
            Map.entry("RecursiveTask", "abstract: Tagged"),
            Map.entry("ForkJoinTask", "abstract: Tagged"),
            Map.entry("ExecutorCompletionService", "holds a queue and an executor, which are above"),
            Map.entry("Executors", "makes executors"),
            Map.entry("Exchanger", "has no readers"),
            Map.entry("SynchronousQueue", "is always empty to its readers"),
            Map.entry("RejectedExecutionHandler", "an interface"),
            Map.entry("AbortPolicy", "has no state"),
            Map.entry("CallerRunsPolicy", "has no state"),
            Map.entry("DiscardPolicy", "has no state"),
            Map.entry("DiscardOldestPolicy", "has no state"),
            Map.entry("ThreadLocal", "each thread has its own value"),
            Map.entry("ThreadLocalRandom", "each thread has its own"),
            Map.entry("Random", "nothing may depend on its numbers"),
            Map.entry("IdentityHashMap", "guards nothing: its calls are checked for races"),
            Map.entry("Timer", "has no readers"),
            Map.entry("TimerTask", "abstract"),
            Map.entry("ThreadBuilder", "is one thread's own"),
            Map.entry("Platform", "is one thread's own"),
            Map.entry("Virtual", "is one thread's own"),
            Map.entry("ForkJoinWorkerThread", "a thread"),
            Map.entry("ForkJoinWorkerThreadFactory", "an interface"),
            Map.entry("InheritableThreadLocal", "each thread has its own value"),
            Map.entry("Unsafe", "its accesses are those of the program's variables"),
            Map.entry("Unmodelled", "its every call ends the exploration"));

    @Test
    void everyModelIsOneOfThese() {
        Set<String> tried = models().map(each -> each.get()[0])
                .map(maker -> ((Supplier<?>) maker).get().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> open = new TreeSet<>();
        for (String model : LibraryClasses.standard().models().values()) {
            String name = model.substring(Math.max(model.lastIndexOf('/'), model.lastIndexOf('$')) + 1);
            if (!tried.contains(name) && !OTHERS.containsKey(name)) {
                open.add(name);
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    @Timeout(120)
    void whatAReaderSeesChangesInSteps(Supplier<Object> maker, int leastMutators) {
        List<Method> methods = Arrays.stream(maker.get().getClass().getMethods())
                .filter(method ->
                        method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
                // In plain mode they are no steps at first. What a class inherits from one that is not public shows as
                // a bridge.
                .filter(method -> !method.getName().contains("Plain") && !isDeprecated(method))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
        List<Method> readers = methods.stream()
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                // To make a view is no step.
                .filter(method -> !Map.class.isAssignableFrom(method.getReturnType())
                        && !Collection.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !OF_THE_CALLER.contains(method.getName()) && isReader(maker, method))
                .toList();
        Set<String> unseen = new TreeSet<>();
        Set<String> mutators = new TreeSet<>();
        for (Method method : methods) {
            Call[] pair = pair(maker, method, readers);
            if (pair != null) {
                mutators.add(method.toString());
                Calls.set(maker, pair[0], pair[1]);
                Program program = Program.of(TwoCalls.class, "both");
                Limits limits = Limits.standard().withPolicy(Policy.DPOR).withExecutions(20);
                if (Explorer.explore(program, limits).counts().executions() < 2) {
                    unseen.add(method + " before or after " + pair[1].method().getName());
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(mutators).hasSizeGreaterThanOrEqualTo(leastMutators);
    }

    /** The weak compare-and-set without a mode in its name is one in plain mode. */
    private static boolean isDeprecated(Method method) {
        return method.getName().equals("weakCompareAndSet");
    }

    /** Whether a method can be called at once and leaves what it returns as it is. */
    private static boolean isReader(Supplier<Object> maker, Method method) {
        Object receiver = maker.get();
        String first = result(receiver, new Call(method));
        return first != null
                && first.equals(result(receiver, new Call(method)))
                && first.equals(result(maker.get(), new Call(method)));
    }

    /** A call of the method and one of a reader that shows what it changed; null if there are none. */
    private static Call @Nullable [] pair(Supplier<Object> maker, Method method, List<Method> readers) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Call call = call(method, new Samples(seed));
            for (Method reader : call == null ? List.<Method>of() : readers) {
                Object receiver = maker.get();
                String before = result(receiver, new Call(reader));
                if (result(receiver, call) == null) {
                    break;
                }
                String after = result(receiver, new Call(reader));
                if (before != null && after != null && !before.equals(after)) {
                    return new Call[] {call, new Call(reader)};
                }
            }
        }
        return null;
    }

    private static @Nullable Call call(Method method, Samples samples) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        try {
            for (int i = 0; i < types.length; i++) {
                arguments[i] = samples.of(types[i], types[i]).model();
            }
        } catch (Samples.Unknown e) {
            return null;
        }
        return new Call(method, arguments);
    }

    /** What a call returns outside an exploration, as text; null if it throws, as one that would wait does. */
    private static @Nullable String result(Object receiver, Call call) {
        try {
            call.method().setAccessible(true);
            return Shown.result(call.on(receiver), receiver);
        } catch (Throwable e) {
            return null;
        }
    }
}
