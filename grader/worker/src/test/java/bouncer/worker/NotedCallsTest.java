package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.runtime.CallLog;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.ClassFiles;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finding without a line in its stack trace is located at the method that was called. */
class NotedCallsTest {
    private static final String SUBMISSION = NotedCallsTest.class.getName().replace('.', '/') + "$Lamp";

    /** Acts as the submission. */
    public static final class Lamp {
        private int lit;

        public void light() {
            lit++;
        }

        public int lit() {
            return lit;
        }

        public static int most() {
            return 1;
        }
    }

    /** Acts as the check: calls the submission in all ways that a check's code can. */
    public static final class Caller implements Supplier<List<Runnable>> {
        @Override
        public List<Runnable> get() {
            Lamp lamp = new Lamp();
            Supplier<Lamp> maker = Lamp::new;
            IntSupplier most = Lamp::most;
            IntSupplier lit = lamp::lit;
            return List.of(
                    lamp::light,
                    () -> lamp.light(),
                    () -> Expect.equal(lit.getAsInt(), 3, Fault.WRONG_RESULT, "What is lit"),
                    maker::get,
                    most::getAsInt,
                    () -> Actor.start("T1", lamp::light).mustSleep(Fault.HANG, "It did not wait"),
                    () -> {
                        lamp.light();
                        lamp.lit();
                        Expect.fail(Fault.WRONG_RESULT, "light() does not light");
                    });
        }
    }

    private static final class Changing extends ClassLoader {
        Changing() {
            super(NotedCallsTest.class.getClassLoader());
        }

        Class<?> changed(Class<?> type) throws Exception {
            URL url = Objects.requireNonNull(type.getResource("NotedCallsTest$" + type.getSimpleName() + ".class"));
            byte[] bytes = CallRecordingTransformer.in(ClassFiles.read(url), SUBMISSION::equals);
            return defineClass(type.getName(), bytes, 0, bytes.length);
        }
    }

    private static final class Checks {
        @Contract(points = 1)
        @SuppressWarnings("unused")
        void check() {}
    }

    @BeforeEach
    void begin() {
        CheckContext.begin(false, 1);
        CallLog.noting(true);
    }

    @AfterEach
    void end() {
        CallLog.noting(false);
    }

    @SuppressWarnings("unchecked")
    private static List<Runnable> calls() throws Exception {
        Object caller =
                new Changing().changed(Caller.class).getDeclaredConstructor().newInstance();
        return ((Supplier<List<Runnable>>) caller).get();
    }

    private static String lastAfter(Runnable call) {
        call.run();
        return CallLog.recent().get(0);
    }

    @Test
    void callsReferencesConstructorsAndStaticMethodsAreNoted() throws Exception {
        List<Runnable> calls = calls();
        assertThat(lastAfter(calls.get(3))).isEqualTo(SUBMISSION + ".<init>()V");
        assertThat(lastAfter(calls.get(0))).isEqualTo(SUBMISSION + ".light()V");
        assertThat(lastAfter(calls.get(4))).isEqualTo(SUBMISSION + ".most()I");
        assertThat(lastAfter(calls.get(1))).isEqualTo(SUBMISSION + ".light()V");
        assertThat(CallLog.recent()).doesNotHaveDuplicates();
    }

    @Test
    void theFindingIsAtTheMethodThatItIsAbout() throws Exception {
        List<Runnable> calls = calls();
        assertThat(place(calls.get(2))).as("the last call").isEqualTo(place("lit"));
        assertThat(place(calls.get(5)))
                .as("the last call of a thread that was joined")
                .isEqualTo(place("light"));
        assertThat(place(calls.get(6))).as("the one that the message names").isEqualTo(place("light"));
    }

    @Test
    void nothingIsRecordedUnlessItIsSwitchedOn() throws Exception {
        CallLog.noting(false);
        calls().get(0).run();
        assertThat(CallLog.recent()).isEmpty();
    }

    private static FailureTranslator blame() throws Exception {
        return new FailureTranslator(new StudentCode(Path.of(NotedCallsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI())));
    }

    private static Location place(String method) throws Exception {
        return Objects.requireNonNull(
                blame().code().begin(SUBMISSION + "." + method + (method.equals("lit") ? "()I" : "()V")));
    }

    private static Location place(Runnable failing) throws Exception {
        CheckInfo info = Objects.requireNonNull(CheckInfo.of(Checks.class.getDeclaredMethod("check")));
        try {
            failing.run();
        } catch (AssertionError e) {
            Finding finding = blame().of(e, info, CallLog.recent());
            return Objects.requireNonNull(finding.location());
        }
        throw new IllegalStateException("it did not fail");
    }
}
