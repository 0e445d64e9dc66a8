package bouncer.checks.worker;

import bouncer.checks.api.CheckContext;
import bouncer.checks.api.CheckInfo;
import bouncer.checks.api.Inconclusive;
import bouncer.checks.api.On;
import bouncer.checks.blame.Blame;
import bouncer.checks.blame.StudentCode;
import bouncer.checks.explore.Exploring;
import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import bouncer.checks.wire.Channel;
import bouncer.checks.wire.Message;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Runs one check in a thread of its own and watches over it. Used by one thread. */
final class CheckRunner {
    private static final int SAMPLE_MILLIS = 50;
    private static final int STILL_MILLIS = 2_000;
    private static final int MOST_THREADS_LEFT = 64;
    private final Channel channel;
    private final StudentCode code;

    CheckRunner(Channel channel, StudentCode code) {
        this.channel = channel;
        this.code = code;
    }

    /** Runs the check and tells the parent; returns whether the process is fit for another. */
    boolean run(Message.Run request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Method method;
        try {
            method = Class.forName(request.checkClass()).getDeclaredMethod(request.method());
            method.setAccessible(true);
        } catch (ReflectiveOperationException | LinkageError e) {
            return end(request, start, Outcome.ERROR, List.of(), "The check could not be loaded: " + e, true);
        }
        CheckInfo info = CheckInfo.of(method);
        if (info == null) {
            return end(request, start, Outcome.ERROR, List.of(), request.method() + " is no check", true);
        }
        CheckContext.begin(On.valueOf(request.on()), request.seed());
        Threads threads = new Threads(code);
        Exploring exploring = info.kind() == CheckInfo.Kind.EXPLORE
                ? new Exploring(method, info, new Blame(code), request.seed())
                : null;
        Body body = new Body(method, exploring, request.replay());
        Thread runner = new Thread(body, "check");
        runner.setDaemon(true);
        runner.start();
        long limit = exploring == null ? request.limitMillis() : 10 * request.limitMillis();
        Finding hang = watch(runner, threads, limit, info.fault());
        if (hang != null) {
            channel.send(new Message.Failed(request.id(), hang));
            return end(request, start, Outcome.FAILED, List.of(hang), "", false);
        }
        Exploring.Answer answer = body.answer;
        if (answer != null) {
            List<Finding> findings = answer.finding() == null ? List.of() : List.of(answer.finding());
            return end(request, start, answer.outcome(), findings, answer.note(), settle(threads));
        }
        if (exploring != null) {
            return end(request, start, Outcome.ERROR, List.of(), "The exploration failed: " + body.thrown, false);
        }
        return judge(request, start, info, body.thrown, threads);
    }

    private boolean judge(Message.Run request, long start, CheckInfo info, @Nullable Throwable thrown, Threads threads)
            throws IOException, InterruptedException {
        boolean clean = settle(threads);
        if (thrown == null) {
            int left = threads.live().size();
            if (left > MOST_THREADS_LEFT) {
                Finding leak = new Finding.Crash(Fault.THREAD_LEAK, left + " threads were left running", null);
                return end(request, start, Outcome.FAILED, List.of(leak), "", false);
            }
            return end(request, start, Outcome.PASSED, List.of(), "", clean);
        }
        if (thrown instanceof Inconclusive || thrown instanceof TestAbortedException) {
            return end(request, start, Outcome.INCONCLUSIVE, List.of(), String.valueOf(thrown.getMessage()), clean);
        }
        Finding finding = new Blame(code).of(thrown, info);
        return end(request, start, Outcome.FAILED, List.of(finding), "", clean);
    }

    private boolean end(
            Message.Run request, long start, Outcome outcome, List<Finding> findings, String note, boolean reusable)
            throws IOException {
        long millis = (System.nanoTime() - start) / 1_000_000;
        Coverage coverage = CheckContext.coverage();
        channel.send(
                new Message.Ended(new CheckResult(request.id(), outcome, findings, note, coverage, millis), reusable));
        return reusable;
    }

    /** Returns null once the check has ended, or what it hangs on. */
    private static @Nullable Finding watch(Thread runner, Threads threads, long limitMillis, Fault declared)
            throws InterruptedException {
        long start = System.nanoTime();
        String still = null;
        long stillSince = start;
        while (true) {
            runner.join(SAMPLE_MILLIS);
            if (!runner.isAlive()) {
                return null;
            }
            long now = System.nanoTime();
            String picture = threads.standstill();
            if (picture == null || !picture.equals(still)) {
                still = picture;
                stillSince = now;
            } else if (now - stillSince > STILL_MILLIS * 1_000_000L && runner.isAlive()) {
                return threads.whoWaits(declared);
            }
            if (now - start > limitMillis * 1_000_000L) {
                return threads.whoRuns(limitMillis / 1000);
            }
        }
    }

    /** Gives threads that are on their way out a moment; true when none is left. */
    private static boolean settle(Threads threads) throws InterruptedException {
        for (int i = 0; i < 20 && !threads.live().isEmpty(); i++) {
            Thread.sleep(5);
        }
        return threads.live().isEmpty();
    }

    private static final class Body implements Runnable {
        private final Method method;
        private final @Nullable Exploring exploring;
        private final @Nullable String replay;
        private volatile @Nullable Throwable thrown;
        private volatile Exploring.@Nullable Answer answer;

        Body(Method method, @Nullable Exploring exploring, @Nullable String replay) {
            this.method = method;
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
                Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
                constructor.setAccessible(true);
                method.invoke(constructor.newInstance());
            } catch (InvocationTargetException e) {
                thrown = e.getCause();
            } catch (Throwable e) {
                thrown = e;
            }
        }
    }
}
