package pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** First come, first served: each waiter has a future, and a place that comes free completes the first. */
public final class SemaphorePool<R> {
    private final Deque<R> idle = new ArrayDeque<>();
    private final Map<R, R> lent = new IdentityHashMap<>();
    private final Deque<CompletableFuture<Optional<R>>> line = new ArrayDeque<>();
    private final Supplier<? extends R> factory;
    private final int capacity;
    private int free;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1) throw new IllegalArgumentException();
        if (factory == null) throw new NullPointerException();
        this.capacity = free = capacity;
        this.factory = factory;
    }

    public R acquire() throws InterruptedException {
        try {
            return acquire(Long.MAX_VALUE, TimeUnit.DAYS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (Thread.interrupted()) throw new InterruptedException();
        CompletableFuture<Optional<R>> turn = stand();
        try {
            // Empty: a place without a resource in it.
            Optional<R> place = timeout > 0 ? turn.get(timeout, unit) : turn.getNow(null);
            if (place == null) throw new TimeoutException();
            return place.isPresent() ? place.get() : make();
        } catch (InterruptedException | TimeoutException e) {
            leave(turn);
            throw e;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized CompletableFuture<Optional<R>> stand() {
        CompletableFuture<Optional<R>> turn = new CompletableFuture<>();
        if (free > 0) {
            free--;
            turn.complete(next());
        } else {
            line.add(turn);
        }
        return turn;
    }

    private Optional<R> next() {
        R resource = idle.poll();
        if (resource != null) lent.put(resource, resource);
        return Optional.ofNullable(resource);
    }

    private synchronized void leave(CompletableFuture<Optional<R>> turn) {
        line.remove(turn);
    }

    private synchronized void vacate() {
        CompletableFuture<Optional<R>> turn = line.poll();
        if (turn == null) free++;
        else turn.complete(next());
    }

    private R make() {
        R made;
        try {
            made = factory.get();
        } catch (Throwable e) {
            vacate();
            throw e;
        }
        if (made == null) {
            vacate();
            throw new IllegalStateException("factory returned null");
        }
        synchronized (this) {
            lent.put(made, made);
        }
        return made;
    }

    public synchronized void release(R resource) {
        if (resource == null || lent.remove(resource) == null) throw new IllegalArgumentException("" + (resource == null));
        idle.push(resource);
        vacate();
    }

    public synchronized int available() {
        return free;
    }

    public int capacity() {
        return capacity;
    }
}
