package bouncer.engine.hooks;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * Library calls that read arrays unobserved; they are redirected here, so that {@link ArrayReaders} sees each read.
 */
public final class ArrayCalls {
    private ArrayCalls() {}

    public static IntStream stream(int[] array) {
        return stream(array, 0, array.length);
    }

    public static IntStream stream(int[] array, int from, int to) {
        return StreamSupport.intStream(new WatchedInts(Arrays.spliterator(array, from, to), array), false);
    }

    public static LongStream stream(long[] array) {
        return stream(array, 0, array.length);
    }

    public static LongStream stream(long[] array, int from, int to) {
        return StreamSupport.longStream(new WatchedLongs(Arrays.spliterator(array, from, to), array), false);
    }

    /** As {@code IntStream.of} does. */
    public static IntStream of(int... array) {
        return stream(array);
    }

    /** As {@code LongStream.of} does. */
    public static LongStream of(long... array) {
        return stream(array);
    }

    public static int[] copyOf(int[] array, int length) {
        Hooks.reads(array, Math.min(array.length, length));
        return Arrays.copyOf(array, length);
    }

    public static int[] copyOfRange(int[] array, int from, int to) {
        Hooks.reads(array, to - (long) from);
        return Arrays.copyOfRange(array, from, to);
    }
}
