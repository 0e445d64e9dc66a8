package bouncer.app.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.sandbox.ChildClassPath;
import bouncer.app.sandbox.Isolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child processes of the compiler: each is reused, and none outlives the compiler. */
class CompilerTest {
    private static final List<String> ROOTS = List.of("a/A.java");
    private static final SortedMap<String, String> SOURCES =
            new TreeMap<>(java.util.Map.of("a/A.java", "package a; class A {}"));

    @TempDir
    private Path scratch;

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void anInterruptedCompilationLeavesNoProcess() throws Exception {
        Set<Long> before = children();
        try (Compiler compiler = new Compiler(Isolation.none(), ChildClassPath.of(Compiler.class), scratch)) {
            compiler.warmUp();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> compiler.compile(ROOTS, SOURCES)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(compiler.compile(ROOTS, SOURCES).classes())
                    .as("the next compilation gets its own answer")
                    .containsOnlyKeys("a/A");
            assertThat(children()).hasSize(before.size() + 1);
        }
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void anInterruptedCloseEndsTheProcess() throws Exception {
        Set<Long> before = children();
        Compiler compiler = new Compiler(Isolation.none(), ChildClassPath.of(Compiler.class), scratch);
        compiler.warmUp();
        Thread.currentThread().interrupt();
        compiler.close();
        assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
        assertThat(children()).isEqualTo(before);
    }
}
