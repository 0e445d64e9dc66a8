package bouncer.checks.worker;

import bouncer.checks.api.Calls;
import bouncer.checks.explore.Exploring;
import bouncer.checks.finding.Stand;
import bouncer.checks.wire.Message;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of the thread that a check runs in: the method itself, or the exploration of it. Run once. */
final class Body implements Runnable {
    private final @Nullable Method method;
    private final @Nullable Exploring exploring;
    private final Message.@Nullable Run request;

    /** What ended the check early, or null. */
    volatile @Nullable Throwable thrown;

    /** What exploration found; null unless it was an exploration that came to an end. */
    volatile Exploring.@Nullable Answer answer;

    /** Where a reader's decisions led; null unless somebody chooses. */
    volatile @Nullable Stand stand;

    /** What the check's own thread called last of the submission's. */
    volatile List<String> called = List.of();

    private final CountDownLatch ended = new CountDownLatch(1);

    Body(Method method) {
        this.method = method;
        this.exploring = null;
        this.request = null;
    }

    Body(Exploring exploring, Message.Run request) {
        this.method = null;
        this.exploring = exploring;
        this.request = request;
    }

    @Override
    public void run() {
        try {
            if (exploring != null && request != null) {
                answer = explore(exploring, request);
                return;
            }
            Method check = Objects.requireNonNull(method);
            Constructor<?> constructor = check.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            check.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        } catch (Throwable e) {
            thrown = e;
        } finally {
            called = Calls.recent();
            ended.countDown();
        }
    }

    /**
     * Waits a while for its end; true once it has ended. Not a join of the thread, which would first have to lock the
     * thread, and a submission may hold that lock.
     */
    boolean endsWithin(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    private Exploring.Answer explore(Exploring exploration, Message.Run wanted) {
        if (wanted.chosen()) {
            return exploration.walk(wanted.decisions(), where -> stand = where);
        }
        String token = wanted.replay();
        return token == null ? exploration.explore() : exploration.replay(token);
    }
}
