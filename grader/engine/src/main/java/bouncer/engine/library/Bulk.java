package bouncer.engine.library;

import bouncer.engine.library.atomic.AtomicReference;
import bouncer.engine.ops.Ops;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One bulk operation of a modelled {@link ConcurrentHashMap}. From as many mappings as its threshold on, its table is
 * cut in two parts with about as many mappings each, for the caller and for a worker. To move on in the table is a
 * step; others may change the map in between. The library cuts finer, but never within a bin of the table.
 */
record Bulk<K, V>(ConcurrentHashMap<K, V> map, long threshold) {
    /** So often a table is cut in half at most. */
    private static final int DEPTH = 10;

    /** The rest of a part of the table. */
    private final class Part {
        private final ArrayDeque<Spliterator<Entry<K, V>>> bins;
        private @Nullable Entry<K, V> found;

        Part(List<Spliterator<Entry<K, V>>> bins) {
            this.bins = new ArrayDeque<>(bins);
        }

        private void found(Entry<K, V> entry) {
            found = map.seen(entry.getKey(), new SimpleImmutableEntry<>(entry));
        }

        @Nullable
        Entry<K, V> next() {
            return Ops.<@Nullable Entry<K, V>>read(map, "next", () -> {
                found = null;
                while (!bins.isEmpty() && !bins.getFirst().tryAdvance(this::found)) {
                    bins.removeFirst();
                }
                return found;
            });
        }
    }

    /** One part, or two if the operation is to be parallel. */
    private List<Part> parts() {
        return Ops.read(map, "begins a bulk operation", () -> {
            List<Spliterator<Entry<K, V>>> bins = bins();
            long size = map.real.mappingCount();
            boolean parallel = Ops.active() && threshold != Long.MAX_VALUE && size > 1 && size >= threshold;
            int cut = parallel ? middle(size) : bins.size();
            return cut == bins.size()
                    ? List.of(new Part(bins))
                    : List.of(new Part(bins.subList(0, cut)), new Part(bins.subList(cut, bins.size())));
        });
    }

    private List<Spliterator<Entry<K, V>>> bins() {
        List<Spliterator<Entry<K, V>>> bins = new ArrayList<>();
        split(map.real.entrySet().spliterator(), DEPTH, bins);
        return bins;
    }

    private void split(Spliterator<Entry<K, V>> part, int depth, List<Spliterator<Entry<K, V>>> bins) {
        Spliterator<Entry<K, V>> upper = depth == 0 ? null : part.trySplit();
        if (upper == null) {
            bins.add(part);
        } else {
            split(part, depth - 1, bins);
            split(upper, depth - 1, bins);
        }
    }

    /** Before which bin to cut; behind the last one if all mappings are in one. */
    private int middle(long size) {
        long[] before = new long[1];
        long least = size;
        int cut = 0;
        int at = 0;
        for (Spliterator<Entry<K, V>> bin : bins()) {
            if (Math.abs(size - 2 * before[0]) < least) {
                least = Math.abs(size - 2 * before[0]);
                cut = at;
            }
            at++;
            bin.forEachRemaining(entry -> before[0]++);
        }
        return cut == 0 ? at : cut;
    }

    private <T extends @Nullable Object> T done(Function<Part, T> work, BinaryOperator<T> join) {
        List<Part> parts = parts();
        Part first = parts.get(0);
        return parts.size() == 1
                ? work.apply(first)
                : Halves.both(() -> work.apply(first), () -> work.apply(parts.get(1)), join);
    }

    /** Does something to all that a function makes of the mappings, unless it makes nothing. */
    <U> void each(Function<Entry<K, V>, ? extends @Nullable U> transformer, Consumer<? super U> action) {
        Object unused = this.<@Nullable Object>done(
                part -> {
                    for (Entry<K, V> entry = part.next(); entry != null; entry = part.next()) {
                        U made = transformer.apply(entry);
                        if (made != null) {
                            action.accept(made);
                        }
                    }
                    return null;
                },
                (left, right) -> null);
    }

    /** Null if there is nothing to reduce. */
    <U> @Nullable U reduced(
            Function<Entry<K, V>, ? extends @Nullable U> transformer,
            BiFunction<? super U, ? super U, ? extends @Nullable U> reducer) {
        BinaryOperator<@Nullable U> join =
                (left, right) -> left == null ? right : right == null ? left : reducer.apply(left, right);
        return this.<@Nullable U>done(
                part -> {
                    U result = null;
                    for (Entry<K, V> entry = part.next(); entry != null; entry = part.next()) {
                        result = join.apply(result, transformer.apply(entry));
                    }
                    return result;
                },
                join);
    }

    /** Each part begins with the basis. */
    <U> U reduced(Function<Entry<K, V>, U> transformer, U basis, BinaryOperator<U> reducer) {
        return done(
                part -> {
                    U result = basis;
                    for (Entry<K, V> entry = part.next(); entry != null; entry = part.next()) {
                        result = reducer.apply(result, transformer.apply(entry));
                    }
                    return result;
                },
                reducer);
    }

    /** Returns the first result that the function finds; a part that is still searching then is not waited for. */
    <U> @Nullable U search(Function<Entry<K, V>, ? extends @Nullable U> function) {
        List<Part> parts = parts();
        if (parts.size() == 1) {
            U found = null;
            Entry<K, V> entry = parts.get(0).next();
            while (entry != null && found == null) {
                found = function.apply(entry);
                entry = found == null ? parts.get(0).next() : entry;
            }
            return found;
        }
        AtomicReference<@Nullable U> found = new AtomicReference<>();
        ForkJoinTask<Boolean> other = Halves.fork(() -> look(parts.get(1), function, found));
        look(parts.get(0), function, found);
        if (found.get() == null || other.isCompletedAbnormally()) {
            Boolean unused = other.join();
        }
        return found.get();
    }

    @SuppressWarnings("NullAway") // a reference may be null at first
    private <U> Boolean look(
            Part part, Function<Entry<K, V>, ? extends @Nullable U> function, AtomicReference<@Nullable U> found) {
        while (found.get() == null) {
            Entry<K, V> entry = part.next();
            U mine = entry == null ? null : function.apply(entry);
            if (entry == null || (mine != null && found.compareAndSet(null, mine))) {
                return true;
            }
        }
        return false;
    }
}
