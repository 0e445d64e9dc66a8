package bouncer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what people read with files in {@code src/test/golden}; {@code -Dbouncer.golden=update} writes them anew. */
public final class Golden {
    private static final Path HOME = Path.of("src/test/golden");

    private Golden() {}

    /** Fails unless the text is the golden file's. */
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
