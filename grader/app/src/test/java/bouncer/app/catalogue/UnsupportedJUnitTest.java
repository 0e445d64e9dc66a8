package bouncer.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedJUnitTest {
    private static List<String> complaints(Class<?> checks) throws IOException {
        return UnsupportedJUnit.in(UnsupportedJUnitTest.class.getClassLoader(), checks.getName());
    }

    /** All features that are supported. */
    @Tag("fast")
    static class Fine extends FineBase {
        @BeforeEach
        void prepare() {}

        @AfterEach
        void cleanUp() {}

        @Contract(points = 1)
        void check() {
            Assertions.assertEquals(1, 1);
        }

        static class Helper {}
    }

    static class FineBase {
        @BeforeEach
        protected void prepareBase() {}
    }

    @Test
    void whatIsSupportedIsAccepted() throws IOException {
        assertThat(complaints(Fine.class)).isEmpty();
    }

    @SuppressWarnings({"unused", "EmptyMethod"})
    @ExtendWith(None.class)
    abstract static class Everything {
        @TempDir
        Path directory;

        @BeforeAll
        static void all() {}

        @Test
        void test() {}

        @RepeatedTest(3)
        void repeated() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(int value) {}

        @Contract(points = 1)
        @Timeout(1)
        void timeout() {}

        @Contract(points = 1)
        @Disabled
        void disabled() {}

        @Contract(points = 1)
        void parameter(@TempDir Path directory) {}

        @Contract(points = 1)
        int value() {
            return 1;
        }

        @Contract(points = 1)
        private void hidden() {}

        @Contract(points = 1)
        static void shared() {}

        @BeforeEach
        private void prepare() {}

        @AfterEach
        static void cleanUp(Object parameter) {}

        @Contract(points = 1)
        void preemptive() {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {});
        }

        @Nested
        class Inner {
            @Contract(points = 1)
            void check() {}
        }
    }

    abstract static class None implements Extension {}

    @Test
    void whatIsNotSupportedIsNamedWithWhatToUseInstead() throws IOException {
        String name = Everything.class.getName();
        assertThat(complaints(Everything.class))
                .contains(
                        name
                                + " has @ExtendWith, which checks do not support: do in @BeforeEach what the extension does",
                        name + ".directory has @TempDir, which checks do not support: make a directory with"
                                + " Files.createTempDirectory in the check",
                        name + "#all has @BeforeAll, which checks do not support: use @BeforeEach: every execution has"
                                + " fresh classes",
                        name + "#test has @Test, which checks do not support: annotate the method with @Contract,"
                                + " @Explore, @Stress or @Timing",
                        name + "#repeated has @RepeatedTest, which checks do not support: use @Stress with"
                                + " Rounds.upTo(n), or @Explore",
                        name
                                + "#parameterized has @ParameterizedTest, which checks do not support: write one method for"
                                + " each case, or loop over the cases in one",
                        name
                                + "#timeout has @Timeout, which checks do not support: remove it: a check that hangs is ended"
                                + " and reported without it",
                        name + "#disabled has @Disabled, which checks do not support: remove the check, or end it with"
                                + " Assume.that(false, reason)",
                        name + "#parameter has parameters, which nothing supplies: remove them",
                        name + "#value returns a value: make it void",
                        name + "#hidden is private: remove the modifier",
                        name + "#shared is static: remove the modifier",
                        name + "#prepare is private: remove the modifier",
                        name + "#cleanUp is static: remove the modifier",
                        name + "#cleanUp has parameters, which nothing supplies: remove them",
                        name + "#preemptive calls assertTimeoutPreemptively, whose thread no exploration controls: use"
                                + " Actor.start and mustEnd",
                        name
                                + "$Inner has @Nested, which checks do not support: move its checks to the outer class or to"
                                + " a class of their own");
    }

    static class Heir extends Fine {}

    @Test
    void aCheckInASuperclassIsNamed() throws IOException {
        assertThat(complaints(Heir.class))
                .containsExactly(Fine.class.getName()
                        + "#check is a check in a superclass, where it is not found: move it to the class of checks");
    }

    static class Foreign extends java.util.ArrayList<String> {}

    @Test
    void aSuperclassOfAnotherPackageIsNamed() throws IOException {
        assertThat(complaints(Foreign.class)).singleElement().asString().contains("of another package");
    }

    @Test
    void theCatalogueRefusesToReadThem() {
        assertThatThrownBy(() -> CheckReader.read(Everything.class.getClassLoader(), Everything.class.getName()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("#repeated has @RepeatedTest");
    }
}
