package bouncer.app.progress;

import bouncer.app.report.JsonReader;
import bouncer.app.report.JsonReport;
import bouncer.app.report.Sanitizer;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last run of each room, in full, in {@code .bouncer/last}. Immutable.
 *
 * @param home the directory that holds {@code exercises}
 */
public record LastRuns(Path home) {

    /** Keeps a report of one exercise together with what was told about it and its page. */
    public void save(String slug, Report report, String told, String page) throws IOException {
        Path directory = Files.createDirectories(directory());
        Files.writeString(directory.resolve(slug + ".json"), JsonReport.write(report));
        Files.writeString(directory.resolve(slug + ".txt"), Sanitizer.wellFormed(told));
        Files.writeString(directory.resolve(slug + ".html"), page);
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
