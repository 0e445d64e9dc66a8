package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The operation that ends a parallel stream: what it makes of each half, and how two halves become one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Terminal(Method method, Object[] arguments, Function<Spliterator<?>, Object> through) {
    /** These call the program's own code for each element, so they are done to both halves at a time. */
    private static final Set<String> BY_HALVES =
            Set.of("forEach", "reduce", "collect", "anyMatch", "allMatch", "noneMatch", "min", "max");

    /** The result of a half, and how it is combined with that of the other half in the order of the source. */
    private record Plan(Function<Object, @Nullable Object> half, BinaryOperator<@Nullable Object> join) {}

    @Nullable
    Object answer(Spliterator<?> source) {
        String name = method.getName();
        if (arguments.length == 1 && arguments[0] instanceof Collector<?, ?, ?> collector) {
            return collected(collector, source);
        }
        if (BY_HALVES.contains(name) && !(arguments.length == 0)) {
            return inHalves(source, new Plan(stream -> StreamKind.call(method, stream, arguments), this::join));
        }
        List<@Nullable Object> all = gathered(source);
        if (name.equals("findAny") && all.size() > 1) {
            all = List.of(Objects.requireNonNull(all.get(Ops.choose(Math.min(all.size(), 8), "finds any"))));
        }
        return StreamKind.call(method, StreamKind.ofType(method.getDeclaringClass()).stream(all), arguments);
    }

    private List<@Nullable Object> gathered(Spliterator<?> source) {
        Plan plan = new Plan(
                stream -> {
                    List<@Nullable Object> elements = new ArrayList<>();
                    ((BaseStream<?, ?>) stream).spliterator().forEachRemaining(elements::add);
                    return elements;
                },
                (left, right) -> {
                    List<@Nullable Object> both = list(left);
                    both.addAll(list(right));
                    return both;
                });
        return list(inHalves(source, plan));
    }

    @SuppressWarnings("unchecked") // made above
    private static List<@Nullable Object> list(@Nullable Object made) {
        return (List<@Nullable Object>) Objects.requireNonNull(made);
    }

    private @Nullable Object inHalves(Spliterator<?> source, Plan plan) {
        Spliterator<?> left = source.trySplit();
        if (left == null) {
            return plan.half.apply(through.apply(source));
        }
        return Halves.<@Nullable Object>both(
                () -> plan.half.apply(through.apply(left)), () -> plan.half.apply(through.apply(source)), plan.join);
    }

    @SuppressWarnings("unchecked") // the types are those of the operation's own signature
    private @Nullable Object join(@Nullable Object left, @Nullable Object right) {
        Object last = arguments[arguments.length - 1];
        return switch (method.getName()) {
            case "forEach" -> null;
            case "anyMatch" -> Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right);
            case "allMatch", "noneMatch" -> Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right);
            case "collect" -> {
                ((BiConsumer<@Nullable Object, @Nullable Object>) last).accept(left, right);
                yield left;
            }
            default ->
                arguments.length == 3
                        ? ((BinaryOperator<@Nullable Object>) last).apply(left, right)
                        : StreamKind.call(
                                method,
                                StreamKind.ofType(method.getDeclaringClass()).stream(present(left, right)),
                                arguments);
        };
    }

    /** The results of both halves as elements; a half may have none. */
    private static List<@Nullable Object> present(@Nullable Object... results) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object result : Arrays.asList(results)) {
            if (result instanceof Optional<?> optional) {
                optional.ifPresent(found::add);
            } else if (result instanceof OptionalInt optional) {
                optional.ifPresent(found::add);
            } else if (result instanceof OptionalLong optional) {
                optional.ifPresent(found::add);
            } else if (result instanceof OptionalDouble optional) {
                optional.ifPresent(found::add);
            } else {
                found.add(result);
            }
        }
        return found;
    }

    private <T, A, R> R collected(Collector<T, A, R> collector, Spliterator<?> source) {
        if (collector.characteristics().contains(Collector.Characteristics.CONCURRENT)) {
            throw Ops.uncontrolled(
                    "a parallel stream collects into a container of the library's own, which is not modelled");
        }
        Collector<T, A, A> half = Collector.of(collector.supplier(), collector.accumulator(), collector.combiner());
        @SuppressWarnings("unchecked") // the containers are the collector's own
        Plan plan = new Plan(
                stream -> StreamKind.call(method, stream, half),
                (left, right) -> collector.combiner().apply((A) left, (A) right));
        @SuppressWarnings("unchecked")
        A whole = (A) inHalves(source, plan);
        return collector.finisher().apply(whole);
    }
}
