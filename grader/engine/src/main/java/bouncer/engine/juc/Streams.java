package bouncer.engine.juc;

import bouncer.engine.ops.Ops;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Takes the calls that make a stream parallel: its threads are the library's own and can't be controlled. */
@SuppressWarnings({"DoNotCallSuggester", "NonApiType"}) // the shape is that of the calls it takes
public final class Streams {
    private Streams() {}

    private static RuntimeException lost() {
        if (!Ops.active()) {
            throw new IllegalStateException("a parallel stream outside of an exploration");
        }
        throw Ops.uncontrolled("a parallel stream runs on threads of the library's own");
    }

    public static <T> Stream<T> parallelStream(Collection<T> collection) {
        throw lost();
    }

    public static <T> Stream<T> parallelStream(List<T> collection) {
        throw lost();
    }

    public static <T> Stream<T> parallelStream(Set<T> collection) {
        throw lost();
    }

    public static <T> Stream<T> parallelStream(ArrayList<T> collection) {
        throw lost();
    }

    public static <S extends BaseStream<?, S>> BaseStream<?, S> parallel(BaseStream<?, S> stream) {
        throw lost();
    }

    public static <T> BaseStream<T, Stream<T>> parallel(Stream<T> stream) {
        throw lost();
    }

    public static IntStream parallel(IntStream stream) {
        throw lost();
    }

    public static LongStream parallel(LongStream stream) {
        throw lost();
    }

    public static DoubleStream parallel(DoubleStream stream) {
        throw lost();
    }
}
