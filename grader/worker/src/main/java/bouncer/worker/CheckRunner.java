package bouncer.worker;

import bouncer.checks.Fault;
import bouncer.checks.Inconclusive;
import bouncer.checks.On;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import bouncer.checks.specification.Clients;
import bouncer.worker.explore.ClientsRunner;
import bouncer.worker.explore.ExplorationRunner;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.runtime.CallLog;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.VisibleJdk;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Message;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Runs one check in a new thread and monitors it. Used by one thread. */
final class CheckRunner {
    private final Channel channel;
    private final Output output;
    private final FailureTranslator blame;
    private final Path visible;
    private final Map<String, byte[]> checks;

    CheckRunner(Channel channel, Output output, StudentCode code, Path visible, Map<String, byte[]> checks) {
        this.channel = channel;
        this.output = output;
        this.blame = new FailureTranslator(code);
        this.visible = visible;
        this.checks = checks;
        CheckContext.placesBy(code::first);
    }

    /** Runs the check and sends its result to the parent; returns true if this process can run another check. */
    boolean run(Message.Run request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        output.begin();
        CheckContext.begin(On.valueOf(request.on()) == On.VIRTUAL, request.seed());
        Class<?> checkClass;
        Method method;
        CheckInfo info;
        VisibleJdk jdk;
        StudentLoader students;
        ClassFiles files;
        try {
            // New loaders give each check new static fields, also those of the submission.
            jdk = VisibleJdk.read(visible);
            students = new StudentLoader(blame.code().classes(), jdk);
            files = new ClassFiles(blame.code().classes(), CheckRunner.class.getClassLoader(), checks);
            CheckLoader loader = new CheckLoader(students, files, request.checkClass());
            checkClass = Class.forName(request.checkClass(), false, loader);
            method = CheckInfo.method(checkClass, request.method());
            method.setAccessible(true);
            info = CheckInfo.of(method);
        } catch (ReflectiveOperationException | IOException | LinkageError e) {
            return fail(request, start, "The check could not be loaded: " + e, e, true);
        }
        if (info == null) {
            return end(request, start, CheckOutcome.ERROR, List.of(), request.method() + " is no check", true);
        }
        CheckContext.declare(info.fault());
        CallLog.noting(info.phase() == Phase.CONTRACT);
        ThreadInventory census = new ThreadInventory();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> CheckContext.uncaught(thrown));
        Clients clients = method.getAnnotation(Clients.class);
        CheckThread body = clients != null
                ? new CheckThread(new ClientsRunner(checkClass, clients.value(), info, blame, files, jdk), request)
                : info.phase() == Phase.EXPLORE
                        ? new CheckThread(
                                new ExplorationRunner(method, info, blame, files, jdk, request.seed()), request)
                        : new CheckThread(method);
        Thread runner = new Thread(body, "main");
        // The default context class loader would find the classes of Bouncer.
        runner.setContextClassLoader(students);
        runner.start();
        CheckMonitor.Ruling ruling =
                new CheckMonitor(channel, output, blame, census).over(body, request.id(), request.limitMillis(), info);
        if (ruling != null) {
            if (ruling.finding() != null) {
                channel.send(new Message.Failed(request.id(), ruling.finding()));
            }
            return end(request, start, ruling.outcome(), listOf(ruling.finding()), ruling.note(), false);
        }
        ExplorationRunner.Answer answer = body.answer;
        ChoicePoint stand = body.stand;
        if (stand != null) {
            channel.send(new Message.Stood(request.id(), stand));
        }
        if (answer != null) {
            List<Finding> findings = listOf(answer.finding());
            if (answer.problem() != null) {
                channel.send(new Message.HarnessFailure(request.id(), blame.traceOf(answer.problem())));
            }
            return end(request, start, answer.outcome(), findings, answer.note(), ThreadQuiescence.of(census) == 0);
        }
        if (info.phase() == Phase.EXPLORE) {
            Throwable thrown = body.thrown;
            return thrown == null
                    ? end(request, start, CheckOutcome.ERROR, List.of(), "The exploration gave no answer", false)
                    : fail(request, start, "The exploration failed: " + blame.nameOf(thrown), thrown, false);
        }
        return judge(request, start, info, body, census);
    }

    private boolean judge(Message.Run request, long start, CheckInfo info, CheckThread body, ThreadInventory census)
            throws IOException, InterruptedException {
        Throwable thrown = body.thrown;
        int left = ThreadQuiescence.of(census);
        boolean clean = left == 0;
        if (thrown == null) {
            if (left > ThreadQuiescence.MOST_LEFT) {
                Finding leak = new Finding.Crash(
                        Fault.THREAD_LEAK,
                        left + " threads were left behind",
                        new StuckThreadReport(blame.code()).busiest(census.live()));
                return end(request, start, CheckOutcome.FAILED, List.of(leak), "", false);
            }
            return end(request, start, CheckOutcome.PASSED, List.of(), "", clean);
        }
        if (thrown instanceof Inconclusive || thrown instanceof TestAbortedException) {
            return end(request, start, CheckOutcome.INCONCLUSIVE, List.of(), blame.messageOf(thrown), clean);
        }
        String own = blame.checksOwnFault(thrown);
        if (own != null) {
            return fail(request, start, own, thrown, clean);
        }
        Finding finding = blame.of(thrown, info, body.called);
        // A call of a submission's object that never returned keeps a thread, which is visible only now.
        return end(
                request, start, CheckOutcome.FAILED, List.of(finding), "", clean && ThreadQuiescence.of(census) == 0);
    }

    /** Reports that Bouncer or the check failed, with the stack trace for the log. */
    private boolean fail(Message.Run request, long start, String note, Throwable problem, boolean reusable)
            throws IOException {
        channel.send(new Message.HarnessFailure(request.id(), blame.traceOf(problem)));
        return end(request, start, CheckOutcome.ERROR, List.of(), note, reusable);
    }

    private boolean end(
            Message.Run request,
            long start,
            CheckOutcome outcome,
            List<Finding> findings,
            String note,
            boolean reusable)
            throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        CheckResult result =
                new CheckResult(request.id(), outcome, findings, note, CheckContext.coverage(), millis, output.text());
        channel.send(new Message.Ended(result, reusable));
        return reusable;
    }

    private static List<Finding> listOf(@Nullable Finding finding) {
        return finding == null ? List.of() : List.of(finding);
    }
}
