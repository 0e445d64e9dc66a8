package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs actions at the same time, on the kind of thread the check runs on. Stateless. */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs all actions at once and waits for all of them. What they wrote is visible to the caller afterwards, and to
     * each other only as far as they saw to it themselves.
     *
     * <p>The first action's throwable is rethrown as it is, with those of the others suppressed; none is lost.
     */
    public static void inParallel(Action... actions) {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        @Nullable Throwable[] thrown = new Throwable[actions.length];
        // Started threads wait for the last one, so that on the real machine they meet; a model needs no such luck.
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

    /** Runs one action so many times at once, each time with its index, and waits for all. */
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

    /** Throws the first that is there, with the others suppressed; returns when there is none. */
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
