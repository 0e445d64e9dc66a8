package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each model does, alone, what the real class does: the same answers and the same exceptions. */
class ConformanceTest {
    private static final int SEQUENCES = 300;
    private static final int CALLS = 25;

    /** A class and what of it can't be compared, and why. */
    record Case(String name, boolean waitingLeavesTraces, Predicate<Method> skipped) {
        Class<?> real() throws ClassNotFoundException {
            return Class.forName("java.util.concurrent." + name);
        }

        Class<?> model() throws ClassNotFoundException {
            return Class.forName("bouncer.engine.library." + name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case all(String name) {
        return new Case(name, false, method -> false);
    }

    /**
     * To start a thread needs an exploration; a minimal stage is a whole future in the model; dependents are an estimate; how a text
     * names the exception differs between JDKs.
     */
    private static boolean startsThreadOrIsMinimal(Method method) {
        boolean async = method.getName().endsWith("Async")
                && !List.of(method.getParameterTypes()).contains(Executor.class);
        return async
                || Set.of(
                                "orTimeout",
                                "completeOnTimeout",
                                "minimalCompletionStage",
                                "getNumberOfDependents",
                                "toString")
                        .contains(method.getName());
    }

    private static boolean showsOrder(Method method) {
        return Conformance.hasThreshold(method)
                || Set.of("elements", "keys", "values", "toString").contains(method.getName());
    }

    private static Case waiting(String name) {
        return new Case(name, true, method -> false);
    }

    static Stream<Case> cases() {
        return Stream.of(
                all("atomic.AtomicBoolean"),
                all("atomic.AtomicInteger"),
                all("atomic.AtomicLong"),
                all("atomic.AtomicReference"),
                all("atomic.AtomicIntegerArray"),
                all("atomic.AtomicLongArray"),
                all("atomic.AtomicReferenceArray"),
                all("atomic.LongAdder"),
                all("atomic.DoubleAdder"),
                all("atomic.LongAccumulator"),
                all("atomic.DoubleAccumulator"),
                all("locks.ReentrantLock"),
                all("locks.StampedLock"),
                waiting("Semaphore"),
                all("CountDownLatch"),
                all("ConcurrentLinkedQueue"),
                all("ConcurrentLinkedDeque"),
                all("LinkedBlockingQueue"),
                all("LinkedBlockingDeque"),
                all("ArrayBlockingQueue"),
                all("PriorityBlockingQueue"),
                // The order of a hash table depends on its size, which is not specified.
                new Case("ConcurrentHashMap", false, ConformanceTest::showsOrder),
                all("ConcurrentSkipListMap"),
                all("ConcurrentSkipListSet"),
                waiting("Phaser"),
                waiting("LinkedTransferQueue"),
                all("FutureTask"),
                waiting("SynchronousQueue"),
                new Case("CompletableFuture", false, ConformanceTest::startsThreadOrIsMinimal));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesWhatTheRealClassDoes(Case the) throws ClassNotFoundException {
        Conformance conformance = new Conformance(the.real(), the.model(), the.waitingLeavesTraces, the.skipped);
        conformance.run(SEQUENCES, CALLS);
        assertThat(conformance.methodsCompared()).isGreaterThanOrEqualTo(conformance.methods() * 3 / 4);
    }

    @Test
    void bulkOperationsDoWhatTheRealOnesDo() {
        Conformance conformance = new Conformance(
                Maps.Real.class,
                Maps.Model.class,
                false,
                method -> !Conformance.hasThreshold(method) && !method.getName().equals("put"));
        conformance.run(SEQUENCES, CALLS);
        assertThat(conformance.methods()).isGreaterThan(25);
        assertThat(conformance.methodsCompared()).isEqualTo(conformance.methods());
    }

    /** They are made to be extended, so the two sides are a subclass's; what counts as contended differs between JDKs. */
    @Test
    void synchronizersDoWhatTheRealOnesDo() {
        Predicate<Method> skipped = method -> method.getName().equals("hasContended");
        for (Conformance each : List.of(
                new Conformance(Synchronizers.RealInt.class, Synchronizers.ModelInt.class, true, skipped),
                new Conformance(Synchronizers.RealLong.class, Synchronizers.ModelLong.class, true, skipped))) {
            each.run(SEQUENCES, CALLS);
            assertThat(each.methodsCompared()).isGreaterThanOrEqualTo(each.methods() * 3 / 4);
        }
    }

    /** What stands in an array after a generator has thrown is left open, and so is the copy of the exception. */
    @Test
    void parallelArraysDoWhatTheRealOnesDo() throws ReflectiveOperationException {
        int methods = 0;
        for (Method ours : ParallelArrays.class.getMethods()) {
            if (ours.getDeclaringClass() != ParallelArrays.class) {
                continue;
            }
            methods++;
            Method theirs = Arrays.class.getMethod(ours.getName(), ours.getParameterTypes());
            for (int seed = 0; seed < SEQUENCES; seed++) {
                Samples samples = new Samples(seed);
                List<Samples.Pair> arguments = Arrays.stream(ours.getParameterTypes())
                        .map(type -> samples.of(type, type))
                        .toList();
                String real = called(theirs, arguments.stream().map(Samples.Pair::real));
                assertThat(called(ours, arguments.stream().map(Samples.Pair::model)))
                        .as("%s of sample %d", ours, seed)
                        .isEqualTo(real);
            }
        }
        assertThat(methods).isEqualTo(4 + 8 + 18);
    }

    private static String called(Method method, Stream<Object> arguments) throws ReflectiveOperationException {
        Object[] all = arguments.toArray();
        try {
            method.invoke(null, all);
        } catch (InvocationTargetException e) {
            if (method.getName().equals("parallelSetAll")) {
                return e.getCause().getClass().getName();
            }
            return Shown.thrown(e.getCause()) + Shown.result(all[0], all);
        }
        return Shown.result(all[0], all);
    }
}
