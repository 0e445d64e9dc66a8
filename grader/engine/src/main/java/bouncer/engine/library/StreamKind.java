package bouncer.engine.library;

import bouncer.engine.run.Sneaky;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The four kinds of streams. */
enum StreamKind {
    OBJECTS(Stream.class),
    INTS(IntStream.class),
    LONGS(LongStream.class),
    DOUBLES(DoubleStream.class);

    final Class<?> type;

    StreamKind(Class<?> type) {
        this.type = type;
    }

    static StreamKind of(BaseStream<?, ?> stream) {
        for (StreamKind kind : values()) {
            if (kind.type.isInstance(stream)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a stream of an unknown kind");
    }

    static StreamKind ofType(Class<?> type) {
        for (StreamKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException(type + " is no stream");
    }

    /** Returns a sequential stream. */
    Object stream(Spliterator<?> source) {
        return switch (this) {
            case OBJECTS -> StreamSupport.stream(source, false);
            case INTS -> StreamSupport.intStream((Spliterator.OfInt) source, false);
            case LONGS -> StreamSupport.longStream((Spliterator.OfLong) source, false);
            case DOUBLES -> StreamSupport.doubleStream((Spliterator.OfDouble) source, false);
        };
    }

    /** Returns a sequential stream of elements of this kind. */
    Object stream(List<@Nullable Object> elements) {
        return switch (this) {
            case OBJECTS -> elements.stream();
            case INTS -> elements.stream().mapToInt(Integer.class::cast);
            case LONGS -> elements.stream().mapToLong(Long.class::cast);
            case DOUBLES -> elements.stream().mapToDouble(Double.class::cast);
        };
    }

    /** Calls a method of a stream; throws what that throws. */
    static @Nullable Object call(Method method, Object stream, Object... arguments) {
        try {
            return method.invoke(stream, arguments);
        } catch (InvocationTargetException e) {
            throw Sneaky.sneaky(Objects.requireNonNull(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new AssertionError("the interfaces of streams are public", e);
        }
    }
}
