package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A parallel stream whose elements are worked on by threads of the model: the source is cut in two, one half is forked
 * into the pool of the caller (the common one if it has none), and the caller takes the other half and joins. Each half
 * goes through a sequential stream of the library's. The library cuts finer; what two threads at a time can do to each
 * other, two halves show. Operations that need all elements at once ({@code sorted}, {@code distinct}, {@code limit} …)
 * end the exploration as uncontrolled.
 */
final class ParallelStream implements InvocationHandler {
    private static final Set<String> STATELESS = Set.of(
            "map",
            "mapToObj",
            "mapToInt",
            "mapToLong",
            "mapToDouble",
            "mapMulti",
            "mapMultiToInt",
            "mapMultiToLong",
            "mapMultiToDouble",
            "filter",
            "flatMap",
            "flatMapToInt",
            "flatMapToLong",
            "flatMapToDouble",
            "peek",
            "boxed",
            "asLongStream",
            "asDoubleStream");

    private static final Set<String> STATEFUL =
            Set.of("sorted", "distinct", "limit", "skip", "takeWhile", "dropWhile", "gather", "onClose");

    private final StreamKind sourceKind;
    private final Spliterator<?> source;
    private final List<Operation> operations;
    private boolean used;

    /** An intermediate operation to be done to each half. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Operation(Method method, Object[] arguments) {}

    private ParallelStream(StreamKind sourceKind, Spliterator<?> source, List<Operation> operations) {
        this.sourceKind = sourceKind;
        this.source = source;
        this.operations = operations;
    }

    /**
     * Returns the same stream in parallel; as it is outside of an exploration. Type is the interface of the static
     * type.
     */
    static <S extends BaseStream<?, S>> S of(S stream, Class<? super S> type) {
        if (!Ops.active() || stream.isParallel()) {
            return stream;
        }
        StreamKind kind = StreamKind.of(stream);
        // Marked as parallel, the library's own stages can be split; nothing is done with them here that starts a
        // thread.
        ParallelStream made = new ParallelStream(kind, stream.parallel().spliterator(), List.of());
        @SuppressWarnings("unchecked") // every kind of stream is an interface
        S proxy = (S) type.cast(made.proxy(kind));
        return proxy;
    }

    private Object proxy(StreamKind kind) {
        return Proxy.newProxyInstance(ParallelStream.class.getClassLoader(), new Class<?>[] {kind.type}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return name.equals("equals")
                    ? proxy == arguments[0]
                    : name.equals("hashCode") ? System.identityHashCode(this) : "java.util.stream.Pipeline";
        }
        if (name.equals("isParallel")) {
            return true;
        }
        if (name.equals("parallel") || name.equals("unordered")) {
            return proxy;
        }
        use();
        if (name.equals("close")) {
            return null;
        }
        if (STATEFUL.contains(name)) {
            throw Ops.uncontrolled("a parallel stream with " + name
                    + "() works on threads of the library's own, which the engine does not control");
        }
        if (STATELESS.contains(name)) {
            List<Operation> more = new ArrayList<>(operations);
            more.add(new Operation(method, arguments));
            return new ParallelStream(sourceKind, source, more).proxy(StreamKind.ofType(method.getReturnType()));
        }
        if (name.equals("sequential") || name.equals("iterator") || name.equals("spliterator")) {
            Object stream = through(source);
            return name.equals("sequential") ? stream : StreamKind.call(method, stream, arguments);
        }
        return new Terminal(method, arguments, this::through).answer(source);
    }

    private void use() {
        if (used) {
            throw new IllegalStateException("stream has already been operated upon or closed");
        }
        used = true;
    }

    /** Returns a sequential stream of elements of the source that have gone through all operations. */
    private Object through(Spliterator<?> part) {
        Object stream = sourceKind.stream(part);
        for (Operation operation : operations) {
            stream = Objects.requireNonNull(StreamKind.call(operation.method, stream, operation.arguments));
        }
        return stream;
    }
}
