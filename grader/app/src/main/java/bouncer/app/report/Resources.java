package bouncer.app.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts and templates that belong to this program. Stateless. */
public final class Resources {
    private Resources() {}

    /**
     * Reads a text beside a class.
     *
     * @throws IllegalStateException if this program lacks it
     */
    public static String text(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("This program lacks its own file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("This program's own file " + name + " cannot be read", e);
        }
    }

    /** Compiles a template of HTML, in which values are escaped unless it says otherwise. */
    public static Template template(Class<?> beside, String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(text(beside, name));
    }
}
