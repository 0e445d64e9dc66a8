package bouncer.engine.library;

import bouncer.engine.hooks.Hooks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls that work on an array in parallel. Generators run as over a {@link ParallelStream}; prefixes and
 * sorting are the caller's alone, as the library does them itself where an array is short.
 */
public final class ParallelArrays {
    private ParallelArrays() {}

    /** An element of an array is set. */
    private interface Setter<T extends @Nullable Object> {
        void set(int index, T element);
    }

    private static void check(int length, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
        }
        if (from < 0 || to > length) {
            throw new ArrayIndexOutOfBoundsException(from < 0 ? from : to);
        }
    }

    private static <T extends @Nullable Object> void setAll(
            Object array, int length, IntFunction<T> generator, Setter<T> setter) {
        Streams.parallel(IntStream.range(0, length)).forEach(i -> write(array, i, generator.apply(i), setter));
    }

    private static <T extends @Nullable Object> void prefix(
            Object array, int from, int to, IntFunction<T> getter, BinaryOperator<T> op, Setter<T> setter) {
        if (from < to) {
            Hooks.readElement(array, from);
            T sum = getter.apply(from);
            for (int i = from + 1; i < to; i++) {
                Hooks.readElement(array, i);
                sum = op.apply(sum, getter.apply(i));
                write(array, i, sum, setter);
            }
        }
    }

    private static <T extends @Nullable Object> void write(Object array, int index, T element, Setter<T> setter) {
        Hooks.writeElement(array, index);
        Hooks.value(element);
        setter.set(index, element);
    }

    public static <T> void parallelSetAll(T[] array, IntFunction<? extends T> generator) {
        Objects.requireNonNull(generator);
        ParallelArrays.<T>setAll(array, array.length, generator::apply, (i, element) -> array[i] = element);
    }

    public static <T> void parallelPrefix(T[] array, BinaryOperator<T> op) {
        parallelPrefix(array, 0, array.length, op);
    }

    public static <T> void parallelPrefix(T[] array, int from, int to, BinaryOperator<T> op) {
        Objects.requireNonNull(op);
        check(array.length, from, to);
        ParallelArrays.<T>prefix(array, from, to, i -> array[i], op, (i, element) -> array[i] = element);
    }

    public static void parallelSetAll(int[] array, IntUnaryOperator generator) {
        Objects.requireNonNull(generator);
        ParallelArrays.<Integer>setAll(array, array.length, generator::applyAsInt, (i, element) -> array[i] = element);
    }

    public static void parallelPrefix(int[] array, IntBinaryOperator op) {
        parallelPrefix(array, 0, array.length, op);
    }

    public static void parallelPrefix(int[] array, int from, int to, IntBinaryOperator op) {
        Objects.requireNonNull(op);
        check(array.length, from, to);
        ParallelArrays.<Integer>prefix(
                array, from, to, i -> array[i], op::applyAsInt, (i, element) -> array[i] = element);
    }

    public static void parallelSetAll(long[] array, IntToLongFunction generator) {
        Objects.requireNonNull(generator);
        ParallelArrays.<Long>setAll(array, array.length, generator::applyAsLong, (i, element) -> array[i] = element);
    }

    public static void parallelPrefix(long[] array, LongBinaryOperator op) {
        parallelPrefix(array, 0, array.length, op);
    }

    public static void parallelPrefix(long[] array, int from, int to, LongBinaryOperator op) {
        Objects.requireNonNull(op);
        check(array.length, from, to);
        ParallelArrays.<Long>prefix(
                array, from, to, i -> array[i], op::applyAsLong, (i, element) -> array[i] = element);
    }

    public static void parallelSetAll(double[] array, IntToDoubleFunction generator) {
        Objects.requireNonNull(generator);
        ParallelArrays.<Double>setAll(
                array, array.length, generator::applyAsDouble, (i, element) -> array[i] = element);
    }

    public static void parallelPrefix(double[] array, DoubleBinaryOperator op) {
        parallelPrefix(array, 0, array.length, op);
    }

    public static void parallelPrefix(double[] array, int from, int to, DoubleBinaryOperator op) {
        Objects.requireNonNull(op);
        check(array.length, from, to);
        ParallelArrays.<Double>prefix(
                array, from, to, i -> array[i], op::applyAsDouble, (i, element) -> array[i] = element);
    }

    public static void parallelSort(byte[] array) {
        Arrays.sort(array);
    }

    public static void parallelSort(byte[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(char[] array) {
        Arrays.sort(array);
    }

    public static void parallelSort(char[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(short[] array) {
        Arrays.sort(array);
    }

    public static void parallelSort(short[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(int[] array) {
        Hooks.handsOut();
        Arrays.sort(array);
    }

    public static void parallelSort(int[] array, int from, int to) {
        Hooks.handsOut();
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(long[] array) {
        Hooks.handsOut();
        Arrays.sort(array);
    }

    public static void parallelSort(long[] array, int from, int to) {
        Hooks.handsOut();
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(float[] array) {
        Arrays.sort(array);
    }

    public static void parallelSort(float[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static void parallelSort(double[] array) {
        Arrays.sort(array);
    }

    public static void parallelSort(double[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static <T extends Comparable<? super T>> void parallelSort(T[] array) {
        Arrays.sort(array);
    }

    public static <T extends Comparable<? super T>> void parallelSort(T[] array, int from, int to) {
        Arrays.sort(array, from, to);
    }

    public static <T> void parallelSort(T[] array, @Nullable Comparator<? super T> order) {
        Arrays.sort(array, order);
    }

    public static <T> void parallelSort(T[] array, int from, int to, @Nullable Comparator<? super T> order) {
        Arrays.sort(array, from, to, order);
    }
}
