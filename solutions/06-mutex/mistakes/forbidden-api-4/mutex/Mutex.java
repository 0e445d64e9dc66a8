package mutex;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

public final class Mutex {
    private final ArrayBlockingQueue<Object> token = new ArrayBlockingQueue<>(1);
    private volatile Thread owner;

    public Mutex() {
        token.add(this);
    }

    public void lock() {
        boolean interrupted = false;
        while (true) {
            try {
                token.take();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        owner = Thread.currentThread();
        if (interrupted) {
            owner.interrupt();
        }
    }

    public boolean tryLock() {
        BooleanSupplier poll = () -> token.poll() != null;
        return poll.getAsBoolean() && (owner = Thread.currentThread()) != null;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        return token.poll(timeout, unit) != null && (owner = Thread.currentThread()) != null;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        token.add(this);
    }
}
