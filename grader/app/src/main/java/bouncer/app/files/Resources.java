package bouncer.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the program's own resources. Stateless. */
public final class Resources {
    private Resources() {}

    /**
     * Reads a text in UTF-8.
     *
     * @param beside a class of the package that holds the resource
     * @param name its name in that package, or from the root if it begins with a slash
     * @throws IllegalStateException if the resource is missing or cannot be read
     */
    public static String text(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The program's resource " + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The program's resource " + name + " cannot be read", e);
        }
    }
}
