package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** On skip lists. */
public class SortedPrograms extends Programs {
    void skipListMap() throws InterruptedException {
        ConcurrentSkipListMap<Integer, String> map = new ConcurrentSkipListMap<>(Map.of(2, "two"));
        String[] r = new String[3];
        all(
                () -> r[0] = map.put(1, "one"),
                () -> r[1] = map.firstEntry().getValue(),
                () -> r[2] = map.merge(2, "!", String::concat));
        Seen.outcome(r[0], r[1], r[2], map);
    }

    void skipListMapPublishes() throws InterruptedException {
        ConcurrentSkipListMap<Integer, int[]> map = new ConcurrentSkipListMap<>();
        int[] r = new int[1];
        all(
                () -> {
                    int[] box = new int[1];
                    box[0] = 5;
                    map.put(1, box);
                },
                () -> {
                    Map.Entry<Integer, int[]> last = map.pollLastEntry();
                    r[0] = last == null ? -1 : last.getValue()[0];
                });
        Seen.outcome(r[0], map.size());
    }

    void skipListViews() throws InterruptedException {
        ConcurrentSkipListMap<Integer, Integer> map = new ConcurrentSkipListMap<>(Map.of(1, 1, 3, 3));
        ConcurrentNavigableMap<Integer, Integer> small = map.headMap(3);
        int[] r = new int[2];
        all(() -> map.put(2, 2), () -> small.remove(1), () -> {
            for (int key : small.descendingKeySet()) {
                r[0] = r[0] * 10 + key;
            }
            r[1] = small.size();
        });
        Seen.outcome(r[0], r[1], map);
    }

    /** Two may compute, one wins. */
    void skipListComputes() throws InterruptedException {
        ConcurrentSkipListMap<String, Integer> map = new ConcurrentSkipListMap<>();
        Integer[] r = new Integer[2];
        all(
                () -> r[0] = map.computeIfAbsent("k", k -> 1),
                () -> r[1] = map.compute("k", (k, v) -> v == null ? 10 : v + 10));
        Seen.outcome(r[0], r[1], map);
    }

    void skipListSet() throws InterruptedException {
        ConcurrentSkipListSet<Integer> set = new ConcurrentSkipListSet<>(Comparator.reverseOrder());
        set.add(5);
        NavigableSet<Integer> upwards = set.descendingSet();
        Integer[] r = new Integer[3];
        all(() -> set.add(7), () -> r[0] = set.pollFirst(), () -> {
            r[1] = upwards.higher(5);
            r[2] = upwards.contains(7) ? 1 : 0;
        });
        Seen.outcome(r[0], r[1], r[2], set);
    }
}
