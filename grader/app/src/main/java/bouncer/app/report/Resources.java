package bouncer.app.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads texts and templates from the program's resources. Stateless. */
public final class Resources {
    private Resources() {}

    /**
     * Reads a text beside a class.
     *
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

    /** Compiles an HTML template; values are escaped except in triple braces. */
    public static Template template(Class<?> beside, String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(text(beside, name));
    }
}
