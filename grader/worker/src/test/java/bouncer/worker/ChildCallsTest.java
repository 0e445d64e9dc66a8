package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.ChildScripts;
import bouncer.worker.child.ProcessCalls;
import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The output of a child process is held back and then complete; clocks run fast or slowly while a child is alive. */
class ChildCallsTest {
    private static final long LATE_MILLIS = 300;
    private static final String BY_REFERENCE = "by-reference";

    /** A submission that starts a process, by a call or by a method reference. */
    public static final class Calls implements Function<ProcessBuilder, Callable<Process>> {
        @Override
        public Callable<Process> apply(ProcessBuilder builder) {
            return builder.command().contains(BY_REFERENCE) ? builder::start : () -> builder.start();
        }
    }

    /** A submission that gives a child ten seconds. */
    public static final class Waits implements Function<Process, List<Long>> {
        @Override
        public List<Long> apply(Process child) {
            try {
                long begun = System.nanoTime();
                long millis = System.currentTimeMillis();
                boolean ended = child.waitFor(10, TimeUnit.SECONDS);
                TimeUnit.SECONDS.sleep(10);
                Thread.sleep(10_000);
                long waited = System.nanoTime() - begun;
                return List.of(ended ? 1L : 0L, waited, System.currentTimeMillis() - millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A child that does not end by itself. */
    public static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] args) throws InterruptedException {
            TimeUnit.HOURS.sleep(1);
        }
    }

    /** A child whose output is the time just before its end, in milliseconds. */
    public static final class LastWords {
        private LastWords() {}

        public static void main(String[] args) {
            System.out.print(System.currentTimeMillis());
        }
    }

    /** Defines the class as the transformer changes it. */
    private static final class Changing extends ClassLoader {
        Changing() {
            super(ChildCallsTest.class.getClassLoader());
        }

        Class<?> changed(Class<?> type) throws IOException {
            URL url = Objects.requireNonNull(type.getResource("ChildCallsTest$" + type.getSimpleName() + ".class"));
            byte[] bytes = ProcessCallRewriter.led(ClassFiles.read(url));
            return defineClass(type.getName(), bytes, 0, bytes.length);
        }
    }

    @SuppressWarnings("unchecked")
    private static Process start(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
        builder.command().addAll(List.of(arguments));
        Object calls =
                new Changing().changed(Calls.class).getDeclaredConstructor().newInstance();
        return ((Function<ProcessBuilder, Callable<Process>>) calls)
                .apply(builder)
                .call();
    }

    private static void assertLate(@Nullable Process child) throws Exception {
        Process late = Objects.requireNonNull(child);
        assertThat(late.waitFor()).isZero();
        String text = new String(late.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        // By the child's own clock, so that it does not matter how late this thread saw the child's end.
        assertThat(System.currentTimeMillis() - Long.parseLong(text)).isGreaterThanOrEqualTo(LATE_MILLIS);
        assertThat(late.onExit().get()).isSameAs(late);
    }

    @Test
    void outputIsReadLateByACallAndByAReference() throws Exception {
        try (ChildScripts.Script late = ChildScripts.lateOutput(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
            assertThat(late).isNotNull();
            String path = System.getProperty("java.class.path");
            assertLate(start("-cp", path, LastWords.class.getName()));
            assertLate(start("-cp", path, LastWords.class.getName(), BY_REFERENCE));
        }
    }

    @SuppressWarnings("unchecked")
    @Test
    void timePassesFastWhileTheChildRunsAndOnlyThen() throws Exception {
        Object waits =
                new Changing().changed(Waits.class).getDeclaredConstructor().newInstance();
        try (ChildScripts.Script fast = ChildScripts.fastTime(1_000)) {
            assertThat(fast).isNotNull();
            String java = System.getProperty("java.home") + "/bin/java";
            String path = System.getProperty("java.class.path");
            ProcessBuilder builder = new ProcessBuilder(java, "-cp", path, Sleeper.class.getName());
            Process child = ProcessCalls.start(builder);
            long begun = System.nanoTime();
            List<Long> seen = ((Function<Process, List<Long>>) waits).apply(child);
            assertThat(seen.get(0)).as("whether the child ended in ten seconds").isZero();
            assertThat(seen.get(1)).as("on the clock").isGreaterThan(TimeUnit.SECONDS.toNanos(29));
            assertThat(seen.get(2)).as("on the other clock").isGreaterThan(29_000);
            assertThat(System.nanoTime() - begun).as("really").isLessThan(seen.get(1));
            child.destroyForcibly().waitFor();
            assertThat(ProcessCalls.nanos(10, TimeUnit.SECONDS)).isEqualTo(TimeUnit.SECONDS.toNanos(10));
            assertThat(ProcessCalls.millis(10)).isEqualTo(10);
        }
    }

    @Test
    void timePassesSlowlyWhileTheChildRunsAndOnlyThen() throws Exception {
        try (ChildScripts.Script slow = ChildScripts.slowTime(10)) {
            assertThat(slow).isNotNull();
            ProcessBuilder builder = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
            builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Sleeper.class.getName()));
            Process child = ProcessCalls.start(builder);
            assertThat(ProcessCalls.nanos(1, TimeUnit.SECONDS)).isEqualTo(TimeUnit.SECONDS.toNanos(10));
            assertThat(ProcessCalls.millis(7)).isEqualTo(70);
            long begun = System.nanoTime();
            long slowBegun = ProcessCalls.nanoTime();
            Thread.sleep(50);
            long passed = ProcessCalls.nanoTime() - slowBegun;
            assertThat(passed).isPositive().isLessThan((System.nanoTime() - begun) / 5);
            child.destroyForcibly().waitFor();
            assertThat(ProcessCalls.nanos(1, TimeUnit.SECONDS)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
            long after = ProcessCalls.nanoTime();
            assertThat(ProcessCalls.nanoTime()).isGreaterThanOrEqualTo(after);
        }
    }

    @Test
    void elsewhereNothingChanges() throws Exception {
        Process child = start("--version");
        assertThat(child.getClass().getName()).startsWith("java.lang.");
        assertThat(child.waitFor()).isZero();
    }
}
