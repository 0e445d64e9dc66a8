package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** On what the library does in parallel to a map or an array. */
public class BulkPrograms extends Programs {
    private static ConcurrentHashMap<Integer, String> map() {
        return new ConcurrentHashMap<>(Map.of(1, "a", 2, "b"));
    }

    void mapForEach() {
        List<Object> order = Collections.synchronizedList(new java.util.ArrayList<>());
        map().forEach(1, (key, value) -> order.add(key + value));
        Seen.outcome(order);
    }

    void belowTheThreshold() {
        List<Object> order = new java.util.ArrayList<>();
        map().forEachKey(3, order::add);
        map().forEachValue(Long.MAX_VALUE, value -> value.equals("a") ? null : value, order::add);
        Seen.outcome(order);
    }

    void mapSearch() {
        String found = map().search(1, (key, value) -> value);
        Seen.outcome(found);
    }

    void mapSearchInVain() {
        String found = map().searchEntries(1, entry -> entry.getKey() > 2 ? "found" : null);
        Seen.outcome(found);
    }

    void mapReductions() {
        Seen.outcome(
                map().reduce(1, (key, value) -> key + value, String::concat),
                new ConcurrentHashMap<Integer, String>().reduceValues(1, String::concat));
    }

    void mapSum() {
        Seen.outcome(map().reduceKeysToInt(1, Integer::intValue, 0, Integer::sum));
    }

    void mapGreatest() {
        Seen.outcome(map().reduceEntries(1, (one, other) -> one.getKey() > other.getKey() ? one : other));
    }

    void mapNumbered() {
        AtomicInteger next = new AtomicInteger();
        Seen.outcome(map().reduceValues(1, value -> value + next.getAndIncrement(), String::concat));
    }

    void mapChangesMeanwhile() throws InterruptedException {
        ConcurrentHashMap<Integer, String> map = map();
        Thread other = start(() -> map.replace(2, "c"));
        String all = map.reduceValues(1, String::concat);
        other.join();
        Seen.outcome(all);
    }

    void mapThrown() {
        try {
            map().forEachEntry(1, entry -> entry.setValue("no"));
            Seen.outcome("nothing");
        } catch (UnsupportedOperationException e) {
            Seen.outcome(e.getClass());
        }
    }

    void arrayNumbered() {
        AtomicInteger next = new AtomicInteger();
        long[] numbers = new long[2];
        Arrays.parallelSetAll(numbers, i -> 10L * i + next.getAndIncrement());
        Seen.outcome(Arrays.toString(numbers));
    }

    void arrayOfStrings() {
        String[] texts = new String[3];
        Arrays.parallelSetAll(texts, i -> "n" + (2 - i));
        Arrays.parallelPrefix(texts, 1, 3, String::concat);
        Arrays.parallelSort(texts, String::compareTo);
        Seen.outcome(Arrays.toString(texts));
    }

    void arrayThrown() {
        try {
            Arrays.parallelSetAll(new int[2], i -> 1 / (i - i));
            Seen.outcome("nothing");
        } catch (ArithmeticException e) {
            Seen.outcome(e.getClass());
        }
    }
}
