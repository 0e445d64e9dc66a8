package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private final Tokens tokens = new Tokens();

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        for (int i = 0; i < permits; i++) {
            tokens.put(this);
        }
    }

    public void acquire() throws InterruptedException {
        tokens.take();
    }

    public boolean tryAcquire() {
        return tokens.poll() != null;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return tokens.poll(timeout, unit) != null;
    }

    public void release() {
        tokens.put(this);
    }

    public int availablePermits() {
        return tokens.size();
    }

    @SuppressWarnings("serial")
    private static final class Tokens extends java.util.concurrent.LinkedBlockingQueue<Object> {
        @Override
        public void put(Object token) {
            add(token);
        }
    }
}
