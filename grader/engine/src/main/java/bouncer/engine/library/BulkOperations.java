package bouncer.engine.library;

import java.util.AbstractMap;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The bulk operations of {@link ConcurrentHashMap}, as {@link Bulk} does them. */
abstract class BulkOperations<K, V> extends AbstractMap<K, V> {
    abstract Bulk<K, V> bulk(long parallelismThreshold);

    private static <K, V, U extends @Nullable Object> Function<Entry<K, V>, U> ofKey(Function<K, U> function) {
        return entry -> function.apply(entry.getKey());
    }

    private static <K, V, U extends @Nullable Object> Function<Entry<K, V>, U> ofValue(Function<V, U> function) {
        return entry -> function.apply(entry.getValue());
    }

    private static <K, V, U extends @Nullable Object> Function<Entry<K, V>, U> ofEntry(
            Function<Entry<K, V>, U> function) {
        return function;
    }

    private static <K, V, U extends @Nullable Object> Function<Entry<K, V>, U> ofBoth(BiFunction<K, V, U> function) {
        return entry -> function.apply(entry.getKey(), entry.getValue());
    }

    public void forEach(long parallelismThreshold, BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        bulk(parallelismThreshold).<Entry<K, V>>each(entry -> entry, e -> action.accept(e.getKey(), e.getValue()));
    }

    public <U> void forEach(
            long parallelismThreshold,
            BiFunction<? super K, ? super V, ? extends @Nullable U> transformer,
            Consumer<? super U> action) {
        bulk(parallelismThreshold).<U>each(ofBoth(transformer::apply), Objects.requireNonNull(action));
    }

    public <U> @Nullable U search(
            long parallelismThreshold, BiFunction<? super K, ? super V, ? extends @Nullable U> searchFunction) {
        return bulk(parallelismThreshold).<U>search(ofBoth(searchFunction::apply));
    }

    public <U> @Nullable U reduce(
            long parallelismThreshold,
            BiFunction<? super K, ? super V, ? extends @Nullable U> transformer,
            BiFunction<? super U, ? super U, ? extends @Nullable U> reducer) {
        return bulk(parallelismThreshold).<U>reduced(ofBoth(transformer::apply), Objects.requireNonNull(reducer));
    }

    public double reduceToDouble(
            long parallelismThreshold,
            ToDoubleBiFunction<? super K, ? super V> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Double>reduced(ofBoth(transformer::applyAsDouble), basis, reducer::applyAsDouble);
    }

    public long reduceToLong(
            long parallelismThreshold,
            ToLongBiFunction<? super K, ? super V> transformer,
            long basis,
            LongBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Long>reduced(ofBoth(transformer::applyAsLong), basis, reducer::applyAsLong);
    }

    public int reduceToInt(
            long parallelismThreshold,
            ToIntBiFunction<? super K, ? super V> transformer,
            int basis,
            IntBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Integer>reduced(ofBoth(transformer::applyAsInt), basis, reducer::applyAsInt);
    }

    public void forEachKey(long parallelismThreshold, Consumer<? super K> action) {
        bulk(parallelismThreshold).<K>each(Entry::getKey, Objects.requireNonNull(action));
    }

    public <U> void forEachKey(
            long parallelismThreshold,
            Function<? super K, ? extends @Nullable U> transformer,
            Consumer<? super U> action) {
        bulk(parallelismThreshold).<U>each(ofKey(transformer::apply), Objects.requireNonNull(action));
    }

    public <U> @Nullable U searchKeys(
            long parallelismThreshold, Function<? super K, ? extends @Nullable U> searchFunction) {
        return bulk(parallelismThreshold).<U>search(ofKey(searchFunction::apply));
    }

    public <U> @Nullable U reduceKeys(
            long parallelismThreshold,
            Function<? super K, ? extends @Nullable U> transformer,
            BiFunction<? super U, ? super U, ? extends @Nullable U> reducer) {
        return bulk(parallelismThreshold).<U>reduced(ofKey(transformer::apply), Objects.requireNonNull(reducer));
    }

    public @Nullable K reduceKeys(
            long parallelismThreshold, BiFunction<? super K, ? super K, ? extends @Nullable K> reducer) {
        return bulk(parallelismThreshold).<K>reduced(Entry::getKey, Objects.requireNonNull(reducer));
    }

    public double reduceKeysToDouble(
            long parallelismThreshold,
            ToDoubleFunction<? super K> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Double>reduced(ofKey(transformer::applyAsDouble), basis, reducer::applyAsDouble);
    }

    public long reduceKeysToLong(
            long parallelismThreshold, ToLongFunction<? super K> transformer, long basis, LongBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Long>reduced(ofKey(transformer::applyAsLong), basis, reducer::applyAsLong);
    }

    public int reduceKeysToInt(
            long parallelismThreshold, ToIntFunction<? super K> transformer, int basis, IntBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Integer>reduced(ofKey(transformer::applyAsInt), basis, reducer::applyAsInt);
    }

    public void forEachValue(long parallelismThreshold, Consumer<? super V> action) {
        bulk(parallelismThreshold).<V>each(Entry::getValue, Objects.requireNonNull(action));
    }

    public <U> void forEachValue(
            long parallelismThreshold,
            Function<? super V, ? extends @Nullable U> transformer,
            Consumer<? super U> action) {
        bulk(parallelismThreshold).<U>each(ofValue(transformer::apply), Objects.requireNonNull(action));
    }

    public <U> @Nullable U searchValues(
            long parallelismThreshold, Function<? super V, ? extends @Nullable U> searchFunction) {
        return bulk(parallelismThreshold).<U>search(ofValue(searchFunction::apply));
    }

    public <U> @Nullable U reduceValues(
            long parallelismThreshold,
            Function<? super V, ? extends @Nullable U> transformer,
            BiFunction<? super U, ? super U, ? extends @Nullable U> reducer) {
        return bulk(parallelismThreshold).<U>reduced(ofValue(transformer::apply), Objects.requireNonNull(reducer));
    }

    public @Nullable V reduceValues(
            long parallelismThreshold, BiFunction<? super V, ? super V, ? extends @Nullable V> reducer) {
        return bulk(parallelismThreshold).<V>reduced(Entry::getValue, Objects.requireNonNull(reducer));
    }

    public double reduceValuesToDouble(
            long parallelismThreshold,
            ToDoubleFunction<? super V> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Double>reduced(ofValue(transformer::applyAsDouble), basis, reducer::applyAsDouble);
    }

    public long reduceValuesToLong(
            long parallelismThreshold, ToLongFunction<? super V> transformer, long basis, LongBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Long>reduced(ofValue(transformer::applyAsLong), basis, reducer::applyAsLong);
    }

    public int reduceValuesToInt(
            long parallelismThreshold, ToIntFunction<? super V> transformer, int basis, IntBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Integer>reduced(ofValue(transformer::applyAsInt), basis, reducer::applyAsInt);
    }

    public void forEachEntry(long parallelismThreshold, Consumer<? super Entry<K, V>> action) {
        bulk(parallelismThreshold).<Entry<K, V>>each(entry -> entry, Objects.requireNonNull(action));
    }

    public <U> void forEachEntry(
            long parallelismThreshold,
            Function<Entry<K, V>, ? extends @Nullable U> transformer,
            Consumer<? super U> action) {
        bulk(parallelismThreshold).<U>each(ofEntry(transformer::apply), Objects.requireNonNull(action));
    }

    public <U> @Nullable U searchEntries(
            long parallelismThreshold, Function<Entry<K, V>, ? extends @Nullable U> searchFunction) {
        return bulk(parallelismThreshold).<U>search(ofEntry(searchFunction::apply));
    }

    public <U> @Nullable U reduceEntries(
            long parallelismThreshold,
            Function<Entry<K, V>, ? extends @Nullable U> transformer,
            BiFunction<? super U, ? super U, ? extends @Nullable U> reducer) {
        return bulk(parallelismThreshold).<U>reduced(ofEntry(transformer::apply), Objects.requireNonNull(reducer));
    }

    public @Nullable Entry<K, V> reduceEntries(
            long parallelismThreshold, BiFunction<Entry<K, V>, Entry<K, V>, ? extends @Nullable Entry<K, V>> reducer) {
        return bulk(parallelismThreshold).<Entry<K, V>>reduced(entry -> entry, Objects.requireNonNull(reducer));
    }

    public double reduceEntriesToDouble(
            long parallelismThreshold,
            ToDoubleFunction<Entry<K, V>> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Double>reduced(ofEntry(transformer::applyAsDouble), basis, reducer::applyAsDouble);
    }

    public long reduceEntriesToLong(
            long parallelismThreshold,
            ToLongFunction<Entry<K, V>> transformer,
            long basis,
            LongBinaryOperator reducer) {
        return bulk(parallelismThreshold).<Long>reduced(ofEntry(transformer::applyAsLong), basis, reducer::applyAsLong);
    }

    public int reduceEntriesToInt(
            long parallelismThreshold, ToIntFunction<Entry<K, V>> transformer, int basis, IntBinaryOperator reducer) {
        return bulk(parallelismThreshold)
                .<Integer>reduced(ofEntry(transformer::applyAsInt), basis, reducer::applyAsInt);
    }
}
