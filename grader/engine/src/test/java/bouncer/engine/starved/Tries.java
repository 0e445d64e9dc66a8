package bouncer.engine.starved;

import bouncer.engine.Model;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** One who wants to count once, beside one who counts on and on. */
public final class Tries {
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private int guarded;

    private void beside(Runnable once, Runnable each) {
        Thread other = Model.spawn("other", () -> {
            for (int i = 0; i < 40; i++) {
                each.run();
            }
        });
        Thread one = Model.spawn("one", once);
        Model.join(one);
        Model.join(other);
    }

    private void expect(int sum) {
        if (sum != 41) {
            throw new IllegalStateException("it is " + sum);
        }
    }

    public void fewCompareAndSets() {
        beside(
                () -> {
                    boolean done = false;
                    for (int i = 0; i < 20 && !done; i++) {
                        int seen = count.get();
                        done = count.compareAndSet(seen, seen + 1);
                    }
                },
                count::incrementAndGet);
        expect(count.get());
    }

    public void asManyAsItTakes() {
        beside(
                () -> {
                    int seen = count.get();
                    while (!count.compareAndSet(seen, seen + 1)) {
                        seen = count.get();
                    }
                },
                count::incrementAndGet);
        expect(count.get());
    }

    private void locked() {
        lock.lock();
        guarded++;
        lock.unlock();
    }

    public void waiting() {
        beside(this::locked, this::locked);
        expect(guarded);
    }
}
