package bouncer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with files in {@code src/test/golden}; {@code -Dbouncer.golden=update} rewrites the files. Stateless.
 */
public final class Golden {
    private static final Path HOME = Path.of("src/test/golden");

    private Golden() {}

    /**
     * Asserts that a text equals a golden file.
     *
     * @param name the path of the file below {@code src/test/golden}
     */
    public static void check(String name, String text) throws IOException {
        Path file = HOME.resolve(name);
        if ("update".equals(System.getProperty("bouncer.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s; if the change is wanted: -Dbouncer.golden=update", file)
                .isEqualTo(Files.readString(file));
    }
}
