package bouncer.engine.library;

import bouncer.engine.hooks.LibraryCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Takes the calls that make a stream parallel, whose threads would be the library's own: see {@link ParallelStream}.
 */
@SuppressWarnings("NonApiType") // the shape is that of the calls it takes
public final class Streams {
    private Streams() {}

    public static <T> Stream<T> parallelStream(Collection<T> collection) {
        LibraryCalls.before(collection, "stream");
        return ParallelStream.of(collection.stream(), Stream.class);
    }

    public static <T> Stream<T> parallelStream(List<T> list) {
        return parallelStream((Collection<T>) list);
    }

    public static <T> Stream<T> parallelStream(Set<T> set) {
        return parallelStream((Collection<T>) set);
    }

    public static <T> Stream<T> parallelStream(Queue<T> queue) {
        return parallelStream((Collection<T>) queue);
    }

    public static <T> Stream<T> parallelStream(ArrayList<T> list) {
        return parallelStream((Collection<T>) list);
    }

    public static <T> Stream<T> parallelStream(LinkedList<T> list) {
        return parallelStream((Collection<T>) list);
    }

    public static <T> Stream<T> parallelStream(ArrayDeque<T> deque) {
        return parallelStream((Collection<T>) deque);
    }

    public static <T> Stream<T> parallelStream(HashSet<T> set) {
        return parallelStream((Collection<T>) set);
    }

    public static <T> Stream<T> parallelStream(LinkedHashSet<T> set) {
        return parallelStream((Collection<T>) set);
    }

    public static <T> Stream<T> parallelStream(TreeSet<T> set) {
        return parallelStream((Collection<T>) set);
    }

    /** A stream by no more than its parent type. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // it is one of the four kinds
    public static <S extends BaseStream<?, S>> BaseStream<?, S> parallel(BaseStream<?, S> stream) {
        return (BaseStream<?, S>) ParallelStream.of((BaseStream) stream, BaseStream.class);
    }

    /** Returns the interface inherits this one, and so its result's type. */
    public static <T> BaseStream<T, Stream<T>> parallel(Stream<T> stream) {
        return ParallelStream.of(stream, Stream.class);
    }

    public static IntStream parallel(IntStream stream) {
        return ParallelStream.of(stream, IntStream.class);
    }

    public static LongStream parallel(LongStream stream) {
        return ParallelStream.of(stream, LongStream.class);
    }

    public static DoubleStream parallel(DoubleStream stream) {
        return ParallelStream.of(stream, DoubleStream.class);
    }
}
