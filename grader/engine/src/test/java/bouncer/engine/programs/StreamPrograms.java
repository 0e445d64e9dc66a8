package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** On parallel streams. */
public class StreamPrograms extends Programs {
    private static final int[] NUMBERS = {1, 20, 300, 4_000};

    void forEach() {
        List<Integer> order = Collections.synchronizedList(new java.util.ArrayList<>());
        List.of(1, 2).parallelStream().forEach(order::add);
        Seen.outcome(order);
    }

    void inAPool() throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(2);
        long sum = pool.submit(
                        () -> Arrays.stream(NUMBERS).parallel().asLongStream().sum())
                .get();
        pool.shutdown();
        Seen.outcome(sum);
    }

    void numbered() {
        AtomicInteger next = new AtomicInteger();
        Seen.outcome(Stream.of("a", "b")
                .parallel()
                .map(text -> text + next.getAndIncrement())
                .collect(Collectors.toList()));
    }

    void sums() {
        Seen.outcome(
                IntStream.range(0, 5).parallel().reduce(0, Integer::sum),
                IntStream.range(0, 5).parallel().max().getAsInt());
    }

    void reductions() {
        Seen.outcome(
                LongStream.of(3, 4).parallel().reduce((a, b) -> 10 * a + b).getAsLong(),
                Stream.of("x", "y").parallel().reduce(0, (n, text) -> n + text.length(), Integer::sum));
    }

    void inOrder() {
        Seen.outcome(Stream.of("x", "y", "z").parallel().reduce("", String::concat));
    }

    void questions() {
        Seen.outcome(
                IntStream.range(0, 4).parallel().anyMatch(i -> i == 3),
                IntStream.range(0, 4).parallel().noneMatch(i -> i == 3));
    }

    void perhapsNothing() {
        Seen.outcome(
                Stream.of(1, 2).parallel().findFirst().get(),
                Stream.of(1, 2)
                        .parallel()
                        .filter(i -> i > 5)
                        .min(Integer::compare)
                        .isPresent());
    }

    void findAny() {
        Seen.outcome(Stream.of("left", "right").parallel().findAny().get());
    }

    void gathered() {
        Seen.outcome(
                Arrays.stream(NUMBERS).parallel().mapToObj(i -> "n" + i).toList(),
                Arrays.toString(IntStream.range(0, 3).parallel().map(i -> i * i).toArray()));
    }

    void counted() {
        Seen.outcome(
                IntStream.range(0, 4).parallel().average().getAsDouble(),
                IntStream.range(0, 4).parallel().filter(i -> i % 2 == 0).count());
    }

    void collected() {
        Seen.outcome(Stream.of("a", "b", "c").parallel().collect(Collectors.joining(",", "<", ">")));
    }

    void thrown() {
        try {
            IntStream.range(0, 2).parallel().forEach(i -> {
                throw new IllegalStateException("no");
            });
            Seen.outcome("nothing");
        } catch (IllegalStateException e) {
            Seen.outcome(e.getClass());
        }
    }
}
