package bouncer.engine.hooks;

import bouncer.engine.run.Execution;
import bouncer.engine.spi.ArrayReadListener;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * Library calls that read arrays unobserved; they are redirected here, so that {@link ArrayReadListener} sees each read.
 */
public final class ArrayCalls {
    private ArrayCalls() {}

    public static IntStream stream(int[] array) {
        return stream(array, 0, array.length);
    }

    public static IntStream stream(int[] array, int from, int to) {
        IntStream stream = StreamSupport.intStream(new WatchedInts(Arrays.spliterator(array, from, to), array), false);
        reads(array, from, to);
        return stream;
    }

    public static LongStream stream(long[] array) {
        return stream(array, 0, array.length);
    }

    public static LongStream stream(long[] array, int from, int to) {
        LongStream stream =
                StreamSupport.longStream(new WatchedLongs(Arrays.spliterator(array, from, to), array), false);
        reads(array, from, to);
        return stream;
    }

    /** Unless a listener to reads of arrays sees each of them, the stream counts as reading what it is made of. */
    private static void reads(Object array, int from, int to) {
        Execution execution = Execution.active();
        if (execution != null && execution.observers().arrayReads() == ArrayReadListener.NONE) {
            LibraryCalls.range(array, from, to, false);
        }
    }

    /** As {@code IntStream.of} does. */
    public static IntStream of(int... array) {
        return stream(array);
    }

    /** As {@code LongStream.of} does. */
    public static LongStream of(long... array) {
        return stream(array);
    }

    private static void copies(Object array, int from, int to) {
        if (!Hooks.reads(array, to - (long) from)) {
            LibraryCalls.range(array, from, to, false);
        }
    }

    public static int[] copyOf(int[] array, int length) {
        copies(array, 0, Math.min(array.length, length));
        return Arrays.copyOf(array, length);
    }

    public static int[] copyOfRange(int[] array, int from, int to) {
        copies(array, from, to);
        return Arrays.copyOfRange(array, from, to);
    }
}
