package bouncer.app.progress;

import bouncer.app.report.JsonReader;
import bouncer.app.report.JsonReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last run of each room, in full, in {@code .bouncer/last}. Immutable.
 *
 * @param home the directory that holds {@code exercises}
 */
public record LastRuns(Path home) {

    /** Keeps a report of one exercise with what was printed about it and its page; returns false if it cannot be written. */
    public boolean save(String slug, Report report, String told, String page) {
        try {
            Files.createDirectories(directory());
            write(slug + ".json", JsonReport.write(report));
            write(slug + ".txt", told);
            write(slug + ".html", page);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Half of a surrogate pair becomes a question mark, where {@link Files#writeString} would throw. */
    private void write(String name, String text) throws IOException {
        Files.write(directory().resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets a room's last run. */
    public void forget(String slug) throws IOException {
        Files.deleteIfExists(directory().resolve(slug + ".json"));
        Files.deleteIfExists(directory().resolve(slug + ".txt"));
        Files.deleteIfExists(directory().resolve(slug + ".html"));
    }

    /** The exercise's part of the last report; empty when there is none that can be read. */
    public Optional<ExerciseReport> report(String slug) {
        return JsonReader.firstOf(directory().resolve(slug + ".json"));
    }

    /** What was told about the last run; empty when there is none. */
    public Optional<String> told(String slug) {
        try {
            Path file = directory().resolve(slug + ".txt");
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path directory() {
        return LearnerProgress.directory(home).resolve("last");
    }
}
