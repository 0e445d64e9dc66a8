package bouncer.worker;

import bouncer.checks.definition.Lifecycle;
import bouncer.checks.result.ChoicePoint;
import bouncer.worker.explore.ExplorationRunner;
import bouncer.worker.explore.ExploredCheck;
import bouncer.worker.runtime.CallLog;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.wire.Message;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of the thread that a check runs in: the method itself, or the exploration of it. Run once. */
final class CheckThread implements Runnable {
    private final @Nullable Method method;
    private final @Nullable ExploredCheck exploring;
    private final Message.@Nullable Run request;

    /** Returns the exception of the check, or null. */
    volatile @Nullable Throwable thrown;

    /** Returns the answer of the exploration; null if the check is not explored or has not ended. */
    volatile ExplorationRunner.@Nullable Answer answer;

    /** Returns the state that the reader's decisions led to; null if no reader chooses the schedule. */
    volatile @Nullable ChoicePoint stand;

    /** Returns the methods of the submission that the check's own thread called, the latest first. */
    volatile List<String> called = List.of();

    private final CountDownLatch ended = new CountDownLatch(1);

    CheckThread(Method method) {
        this.method = method;
        this.exploring = null;
        this.request = null;
    }

    CheckThread(ExploredCheck exploring, Message.Run request) {
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
            thrown = execute(Objects.requireNonNull(method));
        } catch (Throwable e) {
            thrown = e;
        } finally {
            called = CallLog.recent();
            ended.countDown();
        }
    }

    /** Runs the check once on a new instance; returns its exception, or null. */
    private static @Nullable Throwable execute(Method check) throws Throwable {
        Constructor<?> constructor = check.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        Lifecycle lifecycle = Lifecycle.of(check.getDeclaringClass());
        List<Method> beginning = new ArrayList<>(lifecycle.before());
        beginning.add(check);
        Throwable thrown = null;
        Object instance;
        try {
            instance = constructor.newInstance();
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
        for (int i = 0; i < beginning.size() && thrown == null; i++) {
            thrown = call(beginning.get(i), instance);
        }
        for (Method method : lifecycle.after()) {
            Throwable next = call(method, instance);
            if (next != null) {
                thrown = CheckContext.joined(thrown, next);
            }
        }
        return thrown;
    }

    private static @Nullable Throwable call(Method method, Object instance) throws ReflectiveOperationException {
        method.setAccessible(true);
        try {
            method.invoke(instance);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /**
     * Waits for the end of the check for this many milliseconds, and returns true if it has ended. Does not use
     * Thread.join, which locks the thread object, because a submission may hold that lock.
     */
    boolean endsWithin(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    private ExplorationRunner.Answer explore(ExploredCheck exploration, Message.Run wanted) {
        if (wanted.chosen()) {
            return exploration.walk(wanted.decisions(), where -> stand = where);
        }
        String token = wanted.replay();
        return token == null ? exploration.explore() : exploration.replay(token);
    }
}
