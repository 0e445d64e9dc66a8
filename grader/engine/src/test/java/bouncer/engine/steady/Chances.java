package bouncer.engine.steady;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Programs that ask for what is up to chance in a JVM. Each has two threads that do so, note what they got, and take a step
 * more or less by it.
 */
public class Chances {
    private static final Object STATIC = new Object();
    private static final Map<Key, String> BY_KEY = new HashMap<>();

    static {
        for (int i = 0; i < 5; i++) {
            BY_KEY.put(new Key(), "value " + i);
        }
    }

    private volatile int steps;

    /** Has the identity's hash. */
    static class Key {}

    /** Has the identity's hash, too, and a name of its own. */
    static class Worker extends Thread {
        Worker(Runnable body) {
            super(body);
        }

        @Override
        public void run() {
            super.run();
        }
    }

    private void both(Supplier<Object> question) throws InterruptedException {
        Runnable body = () -> {
            Object answer = question.get();
            Notes.saw(answer);
            for (int i = answer.hashCode() & 3; i >= 0; i--) {
                steps = i;
            }
        };
        Thread first = new Thread(body);
        Thread second = new Worker(body);
        first.start();
        second.start();
        first.join();
        second.join();
    }

    void identityHash() throws InterruptedException {
        both(() -> System.identityHashCode(new int[1]) + " " + System.identityHashCode(STATIC));
    }

    void defaultHash() throws InterruptedException {
        both(() -> new Object().hashCode() + " " + new Key().hashCode() + " " + STATIC.hashCode());
    }

    void defaultToString() throws InterruptedException {
        both(() -> new Object() + " " + new Key() + " " + Thread.currentThread());
    }

    void threadNames() throws InterruptedException {
        both(() -> Thread.currentThread().getName() + new Thread().getName());
    }

    void threadIds() throws InterruptedException {
        both(() -> Thread.currentThread().getId() & 1);
    }

    void idOfAThreadThatWasNotStarted() throws InterruptedException {
        both(() -> new Thread(() -> {}).getId());
    }

    void threadsInATable() throws InterruptedException {
        both(() -> {
            Set<Thread> threads = new HashSet<>();
            for (int i = 0; i < 9; i++) {
                threads.add(new Thread(() -> {}));
            }
            return threads.toString();
        });
    }

    void objectsInATable() throws InterruptedException {
        both(() -> {
            Map<Object, Integer> order = new HashMap<>();
            for (int i = 0; i < 9; i++) {
                order.put(new Object(), i);
            }
            return order.values().toString();
        });
    }

    void identitiesInATable() throws InterruptedException {
        both(() -> {
            Map<Object, Integer> order = new IdentityHashMap<>();
            for (int i = 0; i < 9; i++) {
                order.put(new int[i], i);
            }
            Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
            set.addAll(order.keySet());
            List<Integer> sizes = new ArrayList<>();
            set.forEach(array -> sizes.add(((int[]) array).length));
            return order.values() + " " + sizes;
        });
    }

    void staticTable() throws InterruptedException {
        both(() -> {
            List<String> found = new ArrayList<>();
            BY_KEY.keySet().forEach(key -> found.add(BY_KEY.get(key)));
            return found;
        });
    }

    void randomNumbers() throws InterruptedException {
        both(() -> Arrays.asList(
                Math.random(),
                new Random().nextInt(),
                ThreadLocalRandom.current().nextInt(),
                new SplittableRandom().nextInt()));
    }

    void uuids() throws InterruptedException {
        both(UUID::randomUUID);
    }

    void shuffled() throws InterruptedException {
        both(() -> {
            List<Integer> cards = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
            Collections.shuffle(cards);
            return cards;
        });
    }

    void clocks() throws InterruptedException {
        both(() -> Arrays.asList(
                System.nanoTime(), System.currentTimeMillis(), Instant.now(), LocalDateTime.now(), new Date()));
    }
}
