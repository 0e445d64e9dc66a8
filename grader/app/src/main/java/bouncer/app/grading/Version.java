package bouncer.app.grading;

import bouncer.app.files.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, which stands in the root pom. Stateless. */
public final class Version {
    /** Such as {@code 0.1.0}. */
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Resources.text(Version.class, "version.properties")));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
