package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles a source and returns the mistakes that explain a failure. */
final class MistakeTexts {
    private MistakeTexts() {}

    static List<String> of(Path directory, Fault fault, String source) {
        return Misconceptions.thatExplain(fault, null, Misconceptions.read(compile(directory, source))).stream()
                .map(fact -> Misconceptions.text(fact.mistake()))
                .toList();
    }

    static List<byte[]> compile(Path directory, String source) {
        try {
            Path file = Files.writeString(directory.resolve("C.java"), source);
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-g", "-d", directory.toString(), file.toString());
            assertThat(exit).isZero();
            try (Stream<Path> files = Files.walk(directory)) {
                return files.filter(path -> path.toString().endsWith(".class"))
                        .map(MistakeTexts::bytes)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
