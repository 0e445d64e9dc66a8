package bouncer.app.progress;

import bouncer.app.files.AtomicFiles;
import bouncer.app.report.JsonReader;
import bouncer.app.report.JsonReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The complete last run of each exercise, in {@code .bouncer/last}. Immutable.
 *
 * @param home the directory that holds {@code exercises}
 */
public record LastRuns(Path home) {

    /**
     * Saves the last run of an exercise.
     *
     * @param report a report of this exercise only
     * @param text what was printed about the run
     * @param page the HTML page of the run
     * @return false if a file cannot be written
     */
    public boolean save(String slug, Report report, String text, String page) {
        try {
            write(slug + ".json", JsonReport.write(report));
            write(slug + ".txt", text);
            write(slug + ".html", page);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String name, String text) throws IOException {
        AtomicFiles.write(directory().resolve(name), text);
    }

    /** Deletes the last run of an exercise. */
    public void forget(String slug) throws IOException {
        Files.deleteIfExists(directory().resolve(slug + ".json"));
        Files.deleteIfExists(directory().resolve(slug + ".txt"));
        Files.deleteIfExists(directory().resolve(slug + ".html"));
    }

    /** Returns the exercise's part of the last report, or empty if none can be read. */
    public Optional<ExerciseReport> report(String slug) {
        return JsonReader.firstOf(directory().resolve(slug + ".json"));
    }

    /** Returns what was printed about the last run, or empty if there is none. */
    public Optional<String> text(String slug) {
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
