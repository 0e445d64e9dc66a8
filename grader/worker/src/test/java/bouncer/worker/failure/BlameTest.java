package bouncer.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.Finding;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classes of this test act as the submission: code in their directory counts as written by a student. */
class BlameTest {
    private static FailureTranslator blame = new FailureTranslator(new StudentCode(Path.of("/nowhere")));
    private static final FailureTranslator STRANGER = blame;

    /** Not a nested class that Jupiter would search for tests. */
    private static final class Checks {
        @Contract(points = 1, fault = Fault.LOST_UPDATE)
        @SuppressWarnings("unused")
        void check() {}
    }

    private static CheckInfo info() throws NoSuchMethodException {
        return Objects.requireNonNull(CheckInfo.of(Checks.class.getDeclaredMethod("check")));
    }

    @BeforeAll
    static void find() throws URISyntaxException {
        Path classes = Path.of(BlameTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        blame = new FailureTranslator(new StudentCode(classes));
    }

    private static class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new StackOverflowError();
        }

        @Override
        public synchronized Throwable getCause() {
            return this;
        }

        @Override
        public String toString() {
            throw new OutOfMemoryError();
        }
    }

    private static class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private volatile boolean on = true;

        @Override
        public String getMessage() {
            while (on) {
                Thread.onSpinWait();
            }
            return "late";
        }
    }

    @Test
    void aThrowableThatThrowsIsTold() throws Exception {
        Finding finding = blame.of(new Hostile(), info());
        assertThat(finding.fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
        assertThat(finding.message()).contains("Hostile").doesNotContain("no");
    }

    @Test
    void aThrowableThatNeverAnswersIsTold() throws Exception {
        Endless endless = new Endless();
        Finding finding = blame.of(endless, info());
        endless.on = false;
        assertThat(finding.message()).contains("Endless").doesNotContain("late");
    }

    @Test
    void causesInACircleEnd() throws Exception {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);
        assertThat(STRANGER.of(new ExecutionException(one), info()).message()).contains("ExecutionException");
    }

    @Test
    void aMessageIsOneLineOfReadableLength() throws Exception {
        String message = STRANGER.of(new RuntimeException("a\n  b\r\n" + "x".repeat(100_000)), info())
                .message();
        assertThat(message).contains("a b xxx").hasSizeLessThan(800).endsWith("…");
    }

    @Test
    void anAssertionMeansTheDeclaredFaultAndTellsBothValues() throws Exception {
        assertThatThrownBy(() -> assertThat(1L).as("the count").isEqualTo(2L)).satisfies(thrown -> {
            Finding finding = STRANGER.of(thrown, info());
            assertThat(finding).isInstanceOfSatisfying(Finding.ContractBroken.class, broken -> {
                assertThat(broken.fault()).isEqualTo(Fault.LOST_UPDATE);
                assertThat(broken.message()).isEqualTo("the count: expected 2, but it is 1");
                assertThat(broken.expected()).isEqualTo("2L");
                assertThat(broken.actual()).isEqualTo("1L");
            });
        });
    }

    @Test
    void anAssertionErrorOfTheSubmissionIsNoAssertionOfTheCheck() throws Exception {
        Finding finding = blame.of(new AssertionError("mine"), info());
        assertThat(finding.fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
        assertThat(Objects.requireNonNull(finding.location()).file())
                .isEqualTo("bouncer/worker/failure/BlameTest.java");
    }

    @Test
    void errorsOfTheMachineAreNamed() throws Exception {
        assertThat(blame.of(new StackOverflowError(), info()).fault()).isEqualTo(Fault.STACK_OVERFLOW);
        assertThat(blame.of(new OutOfMemoryError(), info()).fault()).isEqualTo(Fault.OUT_OF_MEMORY);
        assertThat(blame.of(new UnsupportedOperationException("not implemented: a/B.java"), info())
                        .fault())
                .isEqualTo(Fault.NOT_IMPLEMENTED);
        assertThatThrownBy(() -> Expect.fail(Fault.BAD_TIMEOUT, "late"))
                .satisfies(
                        thrown -> assertThat(blame.of(thrown, info()).fault()).isEqualTo(Fault.BAD_TIMEOUT));
    }

    @Test
    void waitingWithoutTheLockIsToldSo() throws NoSuchMethodException {
        Object lock = new Object();
        assertThatThrownBy(lock::notifyAll).satisfies(thrown -> {
            Finding finding = blame.of(thrown, info());
            assertThat(finding.fault()).isEqualTo(Fault.WAIT_WITHOUT_LOCK);
            assertThat(finding.message()).contains("does not hold the lock").contains("BlameTest.java");
        });
        // An exception that the submission itself throws is an answer, and not such a mistake.
        assertThat(blame.of(new IllegalMonitorStateException("current thread is not owner"), info())
                        .fault())
                .isEqualTo(Fault.UNEXPECTED_EXCEPTION);
    }

    /** What the engine's own code throws is an error of the harness, wherever it runs; models throw for the program. */
    @Test
    void anExceptionOfTheEnginesCoreIsItsOwnFault() {
        StackTraceElement check = new StackTraceElement("java.util.Objects", "checkIndex", "Objects.java", 385);
        StackTraceElement core = new StackTraceElement("bouncer.engine.memory.Locations", "of", "Locations.java", 7);
        StackTraceElement model = new StackTraceElement("bouncer.engine.library.Phaser", "arrive", "Phaser.java", 9);
        StackTraceElement student = new StackTraceElement("counter.Counter", "increment", "Counter.java", 3);
        assertThat(blame.enginesOwnFault(thrown(new IndexOutOfBoundsException("Index 0"), check, core, student)))
                .isEqualTo("The exploration failed: java.lang.IndexOutOfBoundsException: Index 0");
        assertThat(blame.enginesOwnFault(thrown(new IllegalStateException(), model, core, student)))
                .isNull();
        assertThat(blame.enginesOwnFault(thrown(new IndexOutOfBoundsException(), check, student, core)))
                .isNull();
        assertThat(blame.enginesOwnFault(thrown(new StackOverflowError(), core, student)))
                .isNull();
        assertThat(blame.enginesOwnFault(thrown(new Hostile(), core))).isNull();
    }

    @Test
    void aStackTraceForTheLogHasTheCauses() {
        Throwable cause = thrown(new IllegalArgumentException("why"), new StackTraceElement("a.A", "a", "A.java", 1));
        assertThat(blame.traceOf(new IllegalStateException("what", cause)))
                .startsWith("java.lang.IllegalStateException: what\n\tat " + BlameTest.class.getName())
                .endsWith("Caused by: java.lang.IllegalArgumentException: why\n\tat a.A.a(A.java:1)\n");
        assertThat(blame.traceOf(new Hostile())).contains(Hostile.class.getName());
    }

    private static Throwable thrown(Throwable thrown, StackTraceElement... stack) {
        thrown.setStackTrace(stack);
        return thrown;
    }
}
