package bouncer.engine.library;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Executors that show nothing of what they are but the interface, as single-thread executors are documented to be. */
final class Delegates {
    private Delegates() {}

    static class Service implements ExecutorService {
        private final ExecutorService to;

        Service(ExecutorService to) {
            this.to = to;
        }

        @Override
        public void execute(Runnable command) {
            to.execute(command);
        }

        @Override
        public void shutdown() {
            to.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return to.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return to.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return to.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return to.awaitTermination(timeout, unit);
        }

        @Override
        public Future<?> submit(Runnable task) {
            return to.submit(task);
        }

        @Override
        public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
            return to.submit(task);
        }

        @Override
        public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
            return to.submit(task, result);
        }

        @Override
        public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
            return to.invokeAll(tasks);
        }

        @Override
        public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
                throws InterruptedException {
            return to.invokeAll(tasks, timeout, unit);
        }

        @Override
        public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
                throws InterruptedException, ExecutionException {
            return to.invokeAny(tasks);
        }

        @Override
        public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            return to.invokeAny(tasks, timeout, unit);
        }
    }

    static final class Scheduled extends Service implements ScheduledExecutorService {
        private final ScheduledExecutorService to;

        Scheduled(ScheduledExecutorService to) {
            super(to);
            this.to = to;
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return to.schedule(command, delay, unit);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            return to.schedule(callable, delay, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
            return to.scheduleAtFixedRate(command, delay, period, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
            return to.scheduleWithFixedDelay(command, first, delay, unit);
        }
    }
}
