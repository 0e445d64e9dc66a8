package bouncer.checks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.child.Children;
import bouncer.checks.submission.ClassFiles;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A child's output that is read late: complete, and not before its time. */
class ChildCallsTest {
    private static final long LATE_MILLIS = 300;

    /** What a submission may write. */
    public static final class Calls implements Function<ProcessBuilder, Callable<Process>> {
        @Override
        public Callable<Process> apply(ProcessBuilder builder) {
            return builder.command().size() > 2 ? builder::start : () -> builder.start();
        }
    }

    /** Shows the changed class. */
    private static final class Changing extends ClassLoader {
        Changing() {
            super(ChildCallsTest.class.getClassLoader());
        }

        Class<?> changed(Class<?> type) throws IOException {
            URL url = Objects.requireNonNull(type.getResource("ChildCallsTest$Calls.class"));
            byte[] bytes = ChildCalls.led(ClassFiles.read(url));
            return defineClass(type.getName(), bytes, 0, bytes.length);
        }
    }

    @SuppressWarnings("unchecked")
    private static Process start(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
        builder.command().addAll(java.util.List.of(arguments));
        Object calls =
                new Changing().changed(Calls.class).getDeclaredConstructor().newInstance();
        return ((Function<ProcessBuilder, Callable<Process>>) calls)
                .apply(builder)
                .call();
    }

    private static void assertLate(@Nullable Process child) throws Exception {
        Process late = Objects.requireNonNull(child);
        assertThat(late.waitFor()).isZero();
        long ended = System.nanoTime();
        String text = new String(late.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(text).contains(System.getProperty("java.version"));
        assertThat(System.nanoTime() - ended).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS / 2));
        assertThat(late.onExit().get()).isSameAs(late);
    }

    @Test
    void outputIsReadLateByACallAndByAReference() throws Exception {
        try (Children.Late late = Children.readLate(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
            assertThat(late).isNotNull();
            assertLate(start("--version"));
            assertLate(start("-Xshare:auto", "--version"));
        }
    }

    @Test
    void elsewhereNothingChanges() throws Exception {
        Process child = start("--version");
        assertThat(child.getClass().getName()).startsWith("java.lang.");
        assertThat(child.waitFor()).isZero();
    }
}
