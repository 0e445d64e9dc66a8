package bouncer.app.pipeline;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CheckReader;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Room;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Version;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The exercises directory with its compiled checks. Immutable.
 *
 * @param exercises the directory that holds the rooms
 * @param rooms in teaching order
 */
public record House(Path exercises, List<Room> rooms) {
    public House {
        rooms = List.copyOf(rooms);
    }

    /** Opens an exercises directory whose checks are built. */
    public static House open(Path exercises) {
        return new House(exercises, Catalogue.load(exercises));
    }

    /** Lists the checks of a room on this JDK. */
    public List<CheckSpec> checks(Room room) {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {checkClasses().toUri().toURL(), stubClasses().toUri().toURL()},
                House.class.getClassLoader())) {
            return room.checks().stream()
                    .flatMap(name -> CheckReader.read(loader, name).stream())
                    .toList();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("The checks of " + room.slug() + " cannot be read", e);
        }
    }

    /** Prepares one room of a submission. */
    public Grading grading(Room room, Path submission) throws IOException, InterruptedException {
        return new Grading(room, checks(room), submission, checkClasses());
    }

    private Path checkClasses() {
        return exercises.resolve("target/test-classes");
    }

    private Path stubClasses() {
        return exercises.resolve("target/classes");
    }

    /** Describes this process: its version, its JDK, its processors. */
    public static Origin origin() {
        return new Origin(
                Version.CURRENT,
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                "process only");
    }

    /** Puts exercises together; the hash is over every path and text that was judged. */
    public static Report report(String name, List<ExerciseReport> exercises, SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : files.entrySet()) {
                digest.update((file.getKey() + "\0" + file.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return new Report(name, HexFormat.of().formatHex(digest.digest()), origin(), exercises);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
