package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** On maps, sets and lists. */
public class CollectionPrograms extends Programs {
    void hashMap() throws InterruptedException {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        Integer[] r = new Integer[2];
        all(
                () -> map.merge("k", 1, Integer::sum),
                () -> r[0] = map.putIfAbsent("k", 10),
                () -> r[1] = map.computeIfPresent("k", (k, v) -> v == 11 ? null : v * 2));
        Seen.outcome(r[0], r[1], map);
    }

    void keySet() throws InterruptedException {
        ConcurrentHashMap.KeySetView<Integer, Boolean> keys = ConcurrentHashMap.newKeySet();
        boolean[] r = new boolean[3];
        all(() -> r[0] = keys.add(1), () -> r[1] = keys.add(1), () -> r[2] = keys.remove(1));
        Seen.outcome(r[0], r[1], r[2], keys);
    }

    void copyOnWrite() throws InterruptedException {
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(List.of(1));
        int[] sum = new int[1];
        all(() -> list.add(2), () -> list.remove((Integer) 1), () -> {
            for (int i : list) {
                sum[0] += i;
            }
        });
        Seen.outcome(sum[0], list);
    }

    void synchronizedList() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        int[] size = new int[1];
        Body adder = () -> {
            synchronized (list) {
                list.add(list.size());
            }
        };
        all(adder, adder, () -> size[0] = list.size());
        Seen.outcome(size[0], list);
    }
}
