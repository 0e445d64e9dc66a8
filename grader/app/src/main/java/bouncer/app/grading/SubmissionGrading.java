package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One submission judged room by room. The next room is compiled while this one's deterministic checks run, and never
 * while the real machine is what is measured.
 *
 * @param report what came of it
 * @param files the sources that were judged, by path
 * @param millis where the time went: by slug, then by phase
 */
public record SubmissionGrading(Report report, SortedMap<String, String> files, Map<String, Map<String, Long>> millis) {
    /**
     * Judges some rooms of a submission.
     *
     * @param rooms in order, at least one
     */
    public static SubmissionGrading hold(GradingService house, List<Exercise> rooms, Path submission)
            throws IOException, InterruptedException {
        List<ExerciseReport> reports = new ArrayList<>();
        Map<String, Map<String, Long>> millis = new LinkedHashMap<>();
        SortedMap<String, String> files = new TreeMap<>();
        FutureTask<ExerciseGrading> next = prepare(house, rooms.get(0), submission);
        try {
            for (int i = 0; i < rooms.size(); i++) {
                try (ExerciseGrading grading = ready(next)) {
                    next = i + 1 < rooms.size() ? prepare(house, rooms.get(i + 1), submission) : null;
                    judge(grading, next);
                    reports.add(grading.report());
                    files.putAll(grading.files());
                    millis.put(rooms.get(i).slug(), grading.stopwatch().millis());
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (next != null) {
                ready(next).close();
            }
            throw e;
        }
        Path name = submission.toAbsolutePath().normalize().getFileName();
        return new SubmissionGrading(house.report(name == null ? "/" : name.toString(), reports, files), files, millis);
    }

    private static void judge(ExerciseGrading grading, @Nullable FutureTask<ExerciseGrading> next)
            throws IOException, InterruptedException {
        grading.lookAhead();
        for (CheckSpec spec : grading.specs()) {
            if (next != null && spec.phase().isMeasured()) {
                ready(next);
            }
            grading.judge(spec);
        }
    }

    private static FutureTask<ExerciseGrading> prepare(GradingService house, Exercise room, Path submission) {
        FutureTask<ExerciseGrading> task = new FutureTask<>(() -> house.grading(room, submission));
        Thread thread = new Thread(task, "prepare " + room.slug());
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static ExerciseGrading ready(@Nullable FutureTask<ExerciseGrading> task)
            throws IOException, InterruptedException {
        if (task == null) {
            throw new IllegalStateException("no room is being prepared");
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }
}
