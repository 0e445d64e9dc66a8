package mutex;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

final class WaitingRoom {
    private final ConcurrentSkipListMap<Long, Thread> seats = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();

    long enter() {
        long number = numbers.incrementAndGet();
        seats.put(number, Thread.currentThread());
        return number;
    }

    void leave(long number) {
        seats.remove(number);
    }

    void wakeFirst() {
        Map.Entry<Long, Thread> first = seats.firstEntry();
        if (first != null) {
            LockSupport.unpark(first.getValue());
        }
    }
}
