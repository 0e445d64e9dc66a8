package bouncer.engine.steady;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Each fails for some values of chance, and passes for others. */
public class Lucky {
    /** Without a hash of its own. */
    private static final class Key {
        final int number;

        Key(int number) {
            this.number = number;
        }
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new AssertionError("bad luck");
        }
    }

    void numberIsNotLow() {
        expect(Math.random() > 0.01);
    }

    void numberIsNotHigh() {
        expect(new Random().nextInt(1_000) < 999);
    }

    void numberOfTheThread() {
        expect(ThreadLocalRandom.current().nextInt(5, 100) > 5);
    }

    void coin() {
        expect(new SplittableRandom().nextBoolean());
    }

    void otherSideOfTheCoin() {
        expect(!new SplittableRandom().nextBoolean());
    }

    void shuffled() {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Collections.shuffle(list);
        expect(list.get(0) == 1);
    }

    void universal() {
        expect(UUID.randomUUID().getLeastSignificantBits() % 2 == 0);
    }

    void hashesAscend() {
        expect(System.identityHashCode(new int[1]) < System.identityHashCode(new int[2]));
    }

    void hashesDescend() {
        expect(new Key(1).hashCode() > new Key(2).hashCode());
    }

    void hashesDiffer() {
        expect(Objects.hashCode(new Key(1)) != Objects.hashCode(new Key(2)));
    }

    void orderOfKeysInATable() {
        Map<Key, Integer> map = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            map.put(new Key(i), i);
        }
        List<Integer> order = new ArrayList<>();
        for (Key key : map.keySet()) {
            order.add(key.number);
        }
        expect(order.get(0) < order.get(2));
    }

    void orderOfASet() {
        expect(Set.of("a", "b").iterator().next().equals("a"));
    }

    void orderOfAMap() {
        expect(Map.of("a", 1, "b", 2).values().iterator().next() == 1);
    }

    void fourProcessors() {
        expect(Runtime.getRuntime().availableProcessors() > 1);
    }

    void memory() {
        expect(Runtime.getRuntime().freeMemory() > 10_000_000);
    }

    void idsAreSmall() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        expect(thread.getId() < 10_000);
    }

    void idsInSixteenBits() {
        expect((short) new Thread(() -> {}).getId()
                != (short) Thread.currentThread().getId());
    }
}
