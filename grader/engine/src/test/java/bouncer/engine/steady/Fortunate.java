package bouncer.engine.steady;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Right programs that see what is up to chance, and some that only seem to. */
public class Fortunate {
    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private long owner;

    private static void expect(boolean holds) {
        if (!holds) {
            throw new AssertionError("not as expected");
        }
    }

    void draws() {
        expect(Math.random() < 1);
    }

    void hashes() {
        expect(System.identityHashCode(this) > 0);
    }

    void ordersByHash() {
        Set<Object> set = new HashSet<>();
        set.add(new Object());
        set.add(new Object());
        int count = 0;
        for (Object each : set) {
            count++;
        }
        expect(count == 2);
    }

    void asksForProcessors() {
        expect(Runtime.getRuntime().availableProcessors() > 0);
    }

    void ordersASet() {
        expect(Set.of(1, 2).stream().mapToInt(i -> i).sum() == 3);
    }

    void ordersConstants() {
        int count = 0;
        for (Object each : new HashSet<>(Arrays.asList(Colour.values()))) {
            count++;
        }
        expect(count == 3);
    }

    void looksUp() {
        Map<Object, Integer> map = new HashMap<>();
        map.put(this, 1);
        map.put(Thread.currentThread(), 2);
        expect(map.get(this) == 1
                && Set.of(1, 2).contains(2)
                && Map.of(1, 2, 3, 4).get(3) == 4);
    }

    void comparesIds() throws InterruptedException {
        owner = Thread.currentThread().getId();
        boolean[] same = new boolean[1];
        Thread thread =
                new Thread(() -> same[0] = owner == Thread.currentThread().getId());
        thread.start();
        thread.join();
        expect(!same[0]);
    }

    void seeded() {
        expect(new Random(42).nextInt(10) == 0);
    }

    void copiesIntoAnOrder() {
        Map<Integer, Integer> sorted = new TreeMap<>(Map.of(2, 2, 1, 1));
        Map<Integer, Integer> concurrent = new ConcurrentHashMap<>(Map.of(2, 2, 1, 1));
        Map<Integer, Integer> hashed = new HashMap<>(Map.of(2, 2, 1, 1));
        Set<Integer> set = new HashSet<>(Set.of(2, 1));
        expect(sorted.keySet().iterator().next() == 1 && concurrent.size() + hashed.size() + set.size() == 6);
    }

    void copiesIntoALinkedMap() {
        Map<Integer, Integer> linked = new LinkedHashMap<>(Map.of(2, 2, 1, 1));
        expect(linked.size() == 2);
    }

    void copiesIntoALinkedSet() {
        Set<Integer> linked = new LinkedHashSet<>(Set.of(2, 1));
        expect(linked.size() == 2);
    }

    void ordersStrings() {
        Set<String> set = new HashSet<>(Set.of("a"));
        set.add("b");
        for (String each : set) {
            expect(each.length() == 1);
        }
    }
}
