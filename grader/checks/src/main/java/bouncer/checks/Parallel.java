package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs actions in parallel, on threads of the kind that the check asks for. Stateless. */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs all actions in parallel, each in its own thread, and waits for all of them. What they wrote is visible to
     * the caller afterwards. Between the actions this method creates no happens-before edges.
     *
     * <p>If actions throw, the exception of the first of them in the order of the arguments is rethrown; those of the
     * others are added to it as suppressed exceptions.
     */
    public static void inParallel(Action... actions) {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        @Nullable Throwable[] thrown = new Throwable[actions.length];
        // On the real machine, threads wait until all are started, so that they overlap; a model tries every overlap.
        boolean real = world.isReal();
        CountDownLatch gate = new CountDownLatch(1);
        List<ExecutionEnvironment.Player> players = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            int index = i;
            players.add(world.start("T" + (i + 1), () -> {
                try {
                    if (real) {
                        gate.await();
                    }
                    actions[index].run();
                } catch (Throwable e) {
                    if (world.isEnd(e)) {
                        throw SneakyThrow.sneaky(e);
                    }
                    thrown[index] = e;
                    CheckRuntime.get().failed(e);
                }
            }));
        }
        gate.countDown();
        join(players);
        rethrow(thrown);
    }

    /**
     * Runs one action in this many threads in parallel, each with its index from 0, as {@link #inParallel(Action...)}.
     */
    public static void inParallel(int threads, Action.Indexed action) {
        Action[] actions = new Action[threads];
        for (int i = 0; i < threads; i++) {
            int index = i;
            actions[i] = () -> action.run(index);
        }
        inParallel(actions);
    }

    private static void join(List<ExecutionEnvironment.Player> players) {
        try {
            for (ExecutionEnvironment.Player player : players) {
                player.join();
            }
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }

    /** Throws the first element that is not null, with the others suppressed; returns normally if all are null. */
    public static void rethrow(@Nullable Throwable[] thrown) {
        Throwable first = null;
        for (Throwable next : thrown) {
            if (first == null) {
                first = next;
            } else if (next != null && next != first) {
                first.addSuppressed(next);
            }
        }
        if (first != null) {
            throw SneakyThrow.sneaky(first);
        }
    }
}
