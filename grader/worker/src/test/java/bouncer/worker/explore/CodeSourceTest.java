package bouncer.worker.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Expect;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which classes a submission may link to if one loader defines both its classes and those of Bouncer. */
class CodeSourceTest {
    private static final VisibleJdk FEW =
            new VisibleJdk(Set.of("java.lang.Object", "java.lang.String", "java.util.Map"));

    @TempDir
    Path submission;

    private CodeSource source() {
        ClassLoader judge = CodeSourceTest.class.getClassLoader();
        GeneratedEntryPoint entry =
                new GeneratedEntryPoint(ScenarioChecks.class.getName(), List.of(), "right", List.of());
        return new CodeSource(new ClassFiles(submission, judge, Map.of()), FEW, entry);
    }

    private byte[] submit(String name, String members) throws IOException {
        int dot = name.lastIndexOf('.');
        Path file = submission.resolve("sources").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "package " + name.substring(0, dot) + "; class " + name.substring(dot + 1) + " { " + members + " }");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-d", submission.toString());
            assertThat(javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
        return Files.readAllBytes(submission.resolve(name.replace('.', '/') + ".class"));
    }

    @Test
    void whatIsAllowedAndWhatIsItsOwnMayBeNamed() throws IOException {
        byte[] own = submit("stranger.Own", "java.util.Map.Entry<String, int[][]> pair; Own next = new Own();");
        assertThat(source().bytes("stranger.Own")).isEqualTo(own);
    }

    @Test
    void whatTheListDoesNotShowCannotBeLinked() throws IOException {
        submit("stranger.Kills", "void run() throws Exception { new ProcessBuilder(\"true\").start(); }");
        submit("stranger.Calls", "void run() { System.exit(0); }");
        submit("stranger.Turns", "Object of(Runnable r) { return (Runnable) () -> r.run(); }");
        for (String name : List.of("Kills", "Calls", "Turns")) {
            assertThatThrownBy(() -> source().bytes("stranger." + name))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("is not there for a submission");
        }
    }

    @Test
    void theJudgesClassesComeFirst() throws IOException {
        byte[] impostor = submit("bouncer.worker.explore.ScenarioChecks", "");
        assertThat(source().bytes("bouncer.worker.explore.ScenarioChecks"))
                .isNotNull()
                .isNotEqualTo(impostor);
        submit("bouncer.checks.Expect", "");
        assertThat(source().bytes(Expect.class.getName())).isNull();
    }
}
