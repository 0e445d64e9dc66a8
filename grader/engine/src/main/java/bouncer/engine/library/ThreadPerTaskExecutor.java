package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The executor that starts a thread for each task: what {@code Executors.newVirtualThreadPerTaskExecutor} makes. */
final class ThreadPerTaskExecutor extends AbstractExecutorService {
    private final ThreadFactory factory;
    private final Set<Thread> threads = new LinkedHashSet<>();
    private boolean shutdown;

    ThreadPerTaskExecutor(ThreadFactory factory) {
        this.factory = Objects.requireNonNull(factory);
    }

    @Override
    public void execute(Runnable command) {
        Objects.requireNonNull(command);
        Thread[] own = new Thread[1];
        Thread thread = factory.newThread(() -> {
            try {
                command.run();
            } finally {
                Ops.change(this, "ends a task", () -> {
                    threads.remove(own[0]);
                    OrderOps.release(this);
                });
            }
        });
        if (thread == null) {
            throw new RejectedExecutionException();
        }
        own[0] = thread;
        Ops.change(this, "execute", () -> {
            if (shutdown) {
                throw new RejectedExecutionException();
            }
            threads.add(thread);
        });
        ThreadOps.start(thread);
    }

    @Override
    public void shutdown() {
        Ops.change(this, "shutdown", () -> shutdown = true);
    }

    @Override
    public List<Runnable> shutdownNow() {
        Ops.change(this, "shutdownNow", () -> {
            shutdown = true;
            threads.forEach(ThreadOps::interrupt);
        });
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return Ops.read(this, "isShutdown", () -> shutdown);
    }

    private boolean over() {
        return shutdown && threads.isEmpty();
    }

    @Override
    public boolean isTerminated() {
        return Ops.read(this, "isTerminated", () -> {
            if (over()) {
                OrderOps.acquire(this);
            }
            return over();
        });
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return Ops.thrown(Ops.block(
                this,
                "awaitTermination",
                this::over,
                TimeOps.nanos(timeout, unit),
                true,
                wake -> OrderOps.acquire(this)));
    }

    /** Closes as documented on 19 and later: waits for the end, and when interrupted stops the tasks and waits on. */
    public void close() {
        shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (awaitTermination(1, TimeUnit.DAYS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
                shutdownNow();
            }
        }
        if (interrupted) {
            ThreadOps.interrupt(ThreadOps.currentThread());
        }
    }
}
