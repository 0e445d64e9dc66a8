package bouncer.engine.library;

import bouncer.engine.ops.ThreadOps;
import bouncer.engine.spi.Environment;
import java.security.PrivilegedAction;
import java.security.PrivilegedExceptionAction;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.Executors}: the same services, made of models. */
public final class Executors {
    /** The number of processors of the modelled machine, which does not depend on the real one. */
    static final int PROCESSORS = Environment.current().processors();

    private Executors() {}

    public static ExecutorService newFixedThreadPool(int nThreads) {
        return newFixedThreadPool(nThreads, defaultThreadFactory());
    }

    public static ExecutorService newFixedThreadPool(int nThreads, ThreadFactory factory) {
        return new ThreadPoolExecutor(
                nThreads, nThreads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
    }

    public static ExecutorService newSingleThreadExecutor() {
        return newSingleThreadExecutor(defaultThreadFactory());
    }

    public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
        return new Delegates.Service(newFixedThreadPool(1, factory));
    }

    public static ExecutorService newCachedThreadPool() {
        return newCachedThreadPool(defaultThreadFactory());
    }

    public static ExecutorService newCachedThreadPool(ThreadFactory factory) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    public static ExecutorService newWorkStealingPool() {
        return newWorkStealingPool(PROCESSORS);
    }

    public static ExecutorService newWorkStealingPool(int parallelism) {
        return new ForkJoinPool(parallelism, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
    }

    public static ScheduledExecutorService newScheduledThreadPool(int corePoolSize) {
        return new ScheduledThreadPoolExecutor(corePoolSize);
    }

    public static ScheduledExecutorService newScheduledThreadPool(int corePoolSize, ThreadFactory factory) {
        return new ScheduledThreadPoolExecutor(corePoolSize, factory);
    }

    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return newSingleThreadScheduledExecutor(defaultThreadFactory());
    }

    public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
        return new Delegates.Scheduled(new ScheduledThreadPoolExecutor(1, factory));
    }

    /** One new thread for each task; on 21 and later. */
    public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
        return new ThreadPerTaskExecutor(factory);
    }

    /** One new virtual thread for each task; on 21 and later. */
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return new ThreadPerTaskExecutor(ThreadOps::virtualThread);
    }

    public static ExecutorService unconfigurableExecutorService(ExecutorService executor) {
        return new Delegates.Service(Objects.requireNonNull(executor));
    }

    public static ScheduledExecutorService unconfigurableScheduledExecutorService(ScheduledExecutorService executor) {
        return new Delegates.Scheduled(Objects.requireNonNull(executor));
    }

    public static ThreadFactory defaultThreadFactory() {
        return new DefaultThreadFactory();
    }

    @Deprecated(since = "17")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public static ThreadFactory privilegedThreadFactory() {
        return defaultThreadFactory();
    }

    public static <T extends @Nullable Object> Callable<T> callable(Runnable task, T result) {
        Objects.requireNonNull(task);
        return () -> {
            task.run();
            return result;
        };
    }

    @SuppressWarnings("NullAway") // a result of nothing
    public static Callable<@Nullable Object> callable(Runnable task) {
        return Executors.<@Nullable Object>callable(task, null);
    }

    public static Callable<Object> callable(PrivilegedAction<?> action) {
        Objects.requireNonNull(action);
        return action::run;
    }

    public static Callable<Object> callable(PrivilegedExceptionAction<?> action) {
        Objects.requireNonNull(action);
        return action::run;
    }

    @Deprecated(since = "17")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public static <T> Callable<T> privilegedCallable(Callable<T> callable) {
        return Objects.requireNonNull(callable);
    }

    @Deprecated(since = "17")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public static <T> Callable<T> privilegedCallableUsingCurrentClassLoader(Callable<T> callable) {
        return Objects.requireNonNull(callable);
    }
}
