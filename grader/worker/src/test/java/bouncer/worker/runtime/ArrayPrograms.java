package bouncer.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Model;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Programs with threads that read arrays. Each method is one program, which only the engine runs. */
public class ArrayPrograms {
    static final String AT_ONCE = "two read at once";

    private final Object lock = new Object();
    private final int[] numbers = new int[8];
    private final int[] large = new int[1 << 20];
    private final AtomicInteger turn = new AtomicInteger();

    private static void both(Runnable first, Runnable second) throws InterruptedException {
        Thread one = new Thread(first);
        Thread two = new Thread(second);
        one.start();
        two.start();
        one.join();
        two.join();
    }

    private void sum(int from) {
        int sum = 0;
        for (int i = from; i < from + 4; i++) {
            sum += numbers[i];
        }
        assertThat(sum).isZero();
    }

    private void read(Runnable first, Runnable second) throws InterruptedException {
        CountedReaders readers = new CountedReaders(8);
        Model.mustReach(AT_ONCE);
        both(first, second);
        assertThat(readers.count()).isEqualTo(2);
        if (readers.atOnce() == 2) {
            Model.reached(AT_ONCE);
        }
    }

    void atOnce() throws InterruptedException {
        read(() -> sum(0), () -> sum(4));
    }

    void inTurns() throws InterruptedException {
        Runnable locked = () -> {
            synchronized (lock) {
                sum(0);
            }
        };
        read(locked, locked);
    }

    void streamsInTurns() throws InterruptedException {
        Runnable locked = () -> {
            synchronized (lock) {
                assertThat(Arrays.stream(numbers, 0, 4).sum()).isZero();
            }
        };
        read(locked, locked);
    }

    private void large(int from, boolean turns) {
        for (int i = from; i < large.length; i += 2) {
            int number = large[i];
            if (turns || i % 64 < 2) {
                turn.addAndGet(number);
            }
        }
    }

    private void largeAtOnce(boolean turns) throws InterruptedException {
        new CountedReaders(16).endAt(2, AT_ONCE);
        both(() -> large(0, turns), () -> large(1, turns));
        throw new AssertionError("all of it was read");
    }

    void aLargeArray() throws InterruptedException {
        largeAtOnce(false);
    }

    void aStepForEachElement() throws InterruptedException {
        largeAtOnce(true);
    }
}
