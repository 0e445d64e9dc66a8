package bouncer.checks.worker;

import bouncer.checks.explore.Exploring;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of the thread that a check runs in: the method itself, or the exploration of it. Run once. */
final class Body implements Runnable {
    private final @Nullable Method method;
    private final @Nullable Exploring exploring;
    private final @Nullable String replay;

    /** What ended the check early, or null. */
    volatile @Nullable Throwable thrown;

    /** What exploration found; null unless it was an exploration that came to an end. */
    volatile Exploring.@Nullable Answer answer;

    private final CountDownLatch ended = new CountDownLatch(1);

    Body(Method method) {
        this.method = method;
        this.exploring = null;
        this.replay = null;
    }

    Body(Exploring exploring, @Nullable String replay) {
        this.method = null;
        this.exploring = exploring;
        this.replay = replay;
    }

    @Override
    public void run() {
        try {
            if (exploring != null) {
                answer = replay == null ? exploring.explore() : exploring.replay(replay);
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
}
