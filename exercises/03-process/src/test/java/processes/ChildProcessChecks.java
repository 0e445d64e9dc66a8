package processes;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.ChecksFor;
import bouncer.checks.ChildScripts;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.On;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Child processes that echo, crash, write megabytes and sleep. Each is a JVM of its own, so there are few of them. */
@ChecksFor("03-process")
class ChildProcessChecks {
    /**
     * Longer than the second for which some wrong classes sleep instead of joining the thread that reads the output.
     */
    private static final int LATE_MILLIS = 1_200;
    /** Makes the second of {@link CheckedPrograms.Slow} five minutes, more than time limits of wrong classes. */
    private static final int FAST = 300;
    /** Makes a time limit of a second in a wrong class long enough for each child to end by itself. */
    private static final int SLOW = 20;
    /** The bytes of one Euro sign and one emoji in UTF-8. */
    private static final int BYTES_OF_BOTH = 7;
    /** Two megabytes: more than a pipe holds, so a class that writes all input before it reads blocks. */
    private static final int LINES = 200_000;

    @Contract(
            points = 1,
            title = "Every byte reaches the child, and every byte comes back",
            hint = "Which charset do your readers and writers use?")
    void theChildHearsAndSaysEveryByte() {
        String text =
                "gr\u00fc\u00df dich \ud83d\udc4b\r\nzwei\n\n\ttab \u6f22\u5b57 \u0001 \ufeff\r\u20ac no line end";
        String[] said = {0 + text, "\n \t1" + text + " \r\n\n"};
        ChildProcess.Result[] results = new ChildProcess.Result[3];
        inParallel(
                () -> results[0] = ChildProcess.run(CheckedPrograms.Echo.class, said[0]),
                () -> results[1] = ChildProcess.run(CheckedPrograms.Echo.class, said[1]),
                () -> results[2] = ChildProcess.run(CheckedPrograms.Late.class, text));
        assertThat(results).as("the results of three calls").doesNotContainNull();
        for (int index = 0; index < 2; index++) {
            mustHaveRun(results[index]);
            assertThat(results[index].output())
                    .as("the output of a child that echoes")
                    .isEqualTo(said[index]);
            assertThat(results[index].exitCode())
                    .as("the exit code of a child that exits with 42")
                    .isEqualTo(42);
        }
        Expect.equal(
                results[2].output(),
                text,
                Fault.SLEEP_AS_SYNCHRONISATION,
                "The output of a child that takes its time before it echoes");
    }

    @Contract(
            points = 1,
            title = "All of the output is read, even when it arrives after the end of the child",
            fault = Fault.UNLOCKED_READ,
            hint = "The child has ended. Has the thread that reads its output, too?",
            after = "theChildHearsAndSaysEveryByte")
    void theOutputIsWaitedForNotOnlyTheChild() throws Exception {
        String text = "what a child wrote before its end can be read after it";
        try (ChildScripts.Script late = ChildScripts.lateOutput(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
            CheckedRun<ChildProcess.Result> run =
                    CheckedRun.watch(() -> ChildProcess.run(CheckedPrograms.Echo.class, text));
            ChildProcess.Result result = run.mustEnd(Fault.HANG, "The child has ended, and its parent still waits");
            Expect.equal(result.output(), text, "The output of a child whose output is read a little after its end");
        }
    }

    @Contract(
            points = 1,
            title = "A child may run for minutes",
            fault = Fault.SLEEP_AS_SYNCHRONISATION,
            hint = "How long may a child run?")
    void aChildMayRunForMinutes() throws Exception {
        // While the child runs for a second, the clocks and timed waits of the submission advance by five minutes.
        try (ChildScripts.Script fast = ChildScripts.fastTime(FAST)) {
            CheckedRun<ChildProcess.Result> run =
                    CheckedRun.watch(() -> ChildProcess.run(CheckedPrograms.Slow.class, ""));
            ChildProcess.Result result = run.mustEnd(Fault.HANG, "The child has ended, and its parent still waits");
            Expect.equal(
                    result.exitCode(),
                    CheckedPrograms.Slow.EXIT_CODE,
                    "The exit code of a child that closes its output, runs on for five minutes, on a clock that runs fast, and then exits by itself");
        }
    }

    @Contract(
            points = 1,
            title = "The child is a process with its own memory",
            hint = "Is it really another process, and the same Java?")
    void theChildIsAProcessWithItsOwnMemory() throws Exception {
        ChildProcess.Result result = whereNoJavaIsOnThePath();
        assertThat(result).as("the result of the call").isNotNull();
        assertThat(result.exitCode())
                .as("the exit code of a child that returns from main")
                .isZero();
        assertThat(CheckedPrograms.shared)
                .as("a static field here, after the child added 1 to its own")
                .isEqualTo(1);
        String[] lines = result.output().split("\n");
        assertThat(lines).as("the lines that the child wrote").hasSize(3);
        assertThat(lines[0]).as("the child's own copy of the field").isEqualTo("2");
        assertThat(lines[1])
                .as("the child's process id")
                .isNotEqualTo(String.valueOf(ProcessHandle.current().pid()));
        assertThat(lines[2])
                .as("the java executable that the child runs on")
                .isEqualTo(ProcessHandle.current().info().command().orElse("?"));
    }

    @Contract(
            points = 2,
            title = "Megabytes of input, output and errors block neither side",
            fault = Fault.PIPE_DEADLOCK,
            hint = "Which of the three pipes does no thread read or write?")
    void megabytesHangNeitherSide() throws Exception {
        int bytes = CheckedPrograms.Flood.BYTES;
        String input = "\u20ac\ud83d\udc4b".repeat(bytes / BYTES_OF_BOTH);
        CheckedRun<ChildProcess.Result> run = CheckedRun.watch(() -> inItsOwnTime(CheckedPrograms.Flood.class, input));
        ChildProcess.Result result =
                run.mustEnd("Megabytes in all three pipes, and parent and child wait for each other and never end");
        int chars = CheckedPrograms.Flood.CHARS;
        Expect.equal(result.output().length(), chars + 8, Fault.WRONG_RESULT, "Characters of a long output");
        Expect.equal(
                result.output()
                        .chars()
                        .filter(c -> c == CheckedPrograms.Flood.OUT)
                        .count(),
                (long) chars,
                Fault.WRONG_RESULT,
                "Characters of the flood, each of which is three bytes");
        Expect.equal(
                result.output().substring(chars),
                "\u20ac" + bytes / BYTES_OF_BOTH * BYTES_OF_BOTH,
                Fault.WRONG_RESULT,
                "What the child says last, which is how many bytes of input it read");
        assertThat(result.exitCode()).isZero();
    }

    @Contract(
            points = 1,
            title = "A crash is reported as a result, even with input left unread",
            hint = "What does a write to a child that has ended do?",
            // A class that does not wait for the output loses the last words of a crash only now and then.
            after = "theOutputIsWaitedForNotOnlyTheChild")
    void aCrashIsAResultAlsoWithInputLeftUnread() throws Exception {
        String input = "never read ".repeat(LINES);
        CheckedRun<ChildProcess.Result> run = CheckedRun.watch(() -> inItsOwnTime(CheckedPrograms.Crash.class, input));
        ChildProcess.Result result =
                run.mustEnd(Fault.PIPE_DEADLOCK, "A child ended without reading its input, and its parent still waits");
        assertThat(result.exitCode())
                .as("the exit code of a child that dies of an exception")
                .isEqualTo(1);
        assertThat(result.output()).as("what it wrote before").isEqualTo(CheckedPrograms.Crash.lastWords());
    }

    // A child that fails at its start may or may not be seen alive, so the check of the child process comes first.
    @Contract(
            points = 2,
            title = "An interrupted caller leaves no child running",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL},
            after = "theChildIsAProcessWithItsOwnMemory")
    void anInterruptedCallerLeavesNoChild() throws Exception {
        Path directory = Files.createTempDirectory("ready");
        Path ready = directory.resolve("ready");
        // The second is more than a pipe holds: the child reads only the first line, so the interrupt comes while the
        // rest is written.
        String[] inputs = {ready + "\n", ready + "\n" + "never read ".repeat(LINES)};
        for (String input : inputs) {
            CheckedRun<Boolean> run = interruptedRun(input, false);
            run.child(ready);
            run.interrupt();
            run.mustEnd(
                    input == inputs[0]
                            ? "The caller was interrupted while its child ran, and still waits"
                            : "The caller was interrupted while its input waited for the child to read it, and still waits");
            mustLeaveNoChild(
                    run,
                    "The caller was interrupted, and its child, which ignores a polite request to end, still runs");
            Files.delete(ready);
        }
        CheckedRun<Boolean> before = interruptedRun(inputs[0], true);
        before.mustEnd("The caller had been interrupted before it called, and waits for its child");
        mustLeaveNoChild(before, "The caller had been interrupted before it called, and its child is still running");
        Files.deleteIfExists(ready);
        Files.delete(directory);
    }

    private static CheckedRun<Boolean> interruptedRun(String input, boolean before) {
        return CheckedRun.watch(() -> {
            if (before) {
                Thread.currentThread().interrupt();
            }
            Expect.throwing(
                    InterruptedException.class,
                    "run() of an interrupted caller",
                    () -> ChildProcess.run(CheckedPrograms.Deaf.class, input));
            return true;
        });
    }

    private static void mustLeaveNoChild(CheckedRun<?> run, String message) throws InterruptedException {
        Expect.that(!run.leavesAChild(), Fault.NO_RELEASE_ON_EXCEPTION, message);
    }

    private static ChildProcess.Result whereNoJavaIsOnThePath() throws InterruptedException {
        try (ChildScripts.Script noJava = ChildScripts.noJavaOnPath()) {
            return inItsOwnTime(CheckedPrograms.Self.class, "");
        } catch (IOException e) {
            Expect.fail(
                    Fault.WRONG_RESULT,
                    "No child was started on a machine that has no java on its PATH: run the executable of this JVM, which"
                            + " is in the directory that the system property java.home names");
            throw new AssertionError(e); // not reached
        }
    }

    /** Tells a java command that could not run its class, which exits with 1 and prints nothing, from a lost output. */
    private static void mustHaveRun(ChildProcess.Result result) {
        Expect.that(
                result.exitCode() != 1 || !result.output().isEmpty(),
                Fault.WRONG_RESULT,
                "The child ended with exit code 1 and wrote nothing, as java does when it cannot run the class: compare"
                        + " the class path of the command and the name of the class (Class.getName() has the $ of a"
                        + " nested class); the child's standard error says what is wrong");
    }

    /**
     * Runs a child that gets all the time it needs. Whether the parent ends a child early is decided by other checks.
     */
    private static ChildProcess.Result inItsOwnTime(Class<?> program, String input)
            throws IOException, InterruptedException {
        try (ChildScripts.Script slow = ChildScripts.slowTime(SLOW)) {
            return ChildProcess.run(program, input);
        }
    }
}
