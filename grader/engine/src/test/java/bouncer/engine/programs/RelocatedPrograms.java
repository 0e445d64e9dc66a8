package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.List;
import java.util.Observable;
import java.util.Observer;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** On classes of the JDK that are relocated. */
@SuppressWarnings("deprecation") // observers are, and used all the same
public class RelocatedPrograms extends Programs {
    /** Delayed for some milliseconds. */
    private static final class After implements Delayed {
        final String name;
        private final long end;

        After(String name, long millis) {
            this.name = name;
            end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(end, ((After) other).end);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    void delays() throws InterruptedException {
        DelayQueue<After> queue = new DelayQueue<>(List.of(new After("last", 30), new After("first", -1)));
        queue.add(new After("middle", 15));
        String now = queue.poll() + " " + queue.poll() + " " + queue.size();
        String then = queue.take() + " " + queue.poll(1, TimeUnit.MINUTES) + " " + queue.peek();
        Seen.outcome(
                now,
                then,
                queue.poll(1, TimeUnit.MILLISECONDS),
                queue.getClass().getName());
    }

    void leadersAndFollowers() throws InterruptedException {
        DelayQueue<After> queue = new DelayQueue<>();
        String[] taken = new String[2];
        queue.put(new After("b", 5));
        all(
                () -> taken[0] = queue.take().name,
                () -> taken[1] = queue.take().name,
                () -> queue.put(new After("a", -1)));
        Seen.outcome(taken[0], taken[1]);
    }

    /** Both are told, in either order. */
    void observers() throws InterruptedException {
        class Subject extends Observable {
            void happens(int what) {
                setChanged();
                notifyObservers(what);
            }
        }
        Subject subject = new Subject();
        AtomicInteger sum = new AtomicInteger();
        Observer observer = (from, what) -> sum.addAndGet(from == subject ? (Integer) what : 100);
        subject.addObserver(observer);
        all(() -> subject.happens(1), () -> subject.addObserver((from, what) -> sum.addAndGet(10)));
        Seen.outcome(sum.get(), subject.countObservers(), subject.hasChanged());
    }
}
