package bouncer.app.cli;

import bouncer.app.board.AnsiStyle;
import bouncer.app.board.HomeBoard;
import bouncer.app.board.Labels;
import bouncer.app.board.RunText;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.grading.SourceHash;
import bouncer.app.grading.SubmissionGrading;
import bouncer.app.progress.LastRuns;
import bouncer.app.progress.LearnerProgress;
import bouncer.app.progress.Workbench;
import bouncer.app.report.HtmlReport;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * The state that every learner's command needs. Immutable.
 *
 * @param service the exercises and their grading
 * @param workbench the learner's files
 * @param bouncer the start script as the learner typed it
 * @param style whether output is coloured
 */
record LearnerContext(GradingService service, Workbench workbench, String bouncer, AnsiStyle style)
        implements AutoCloseable {

    /**
     * Opens the learner's directory.
     *
     * @throws UsageProblem if there are no exercises where they should be; its message has the command to run
     */
    static LearnerContext open() {
        Path exercises = ExercisesDirectory.existing();
        String bouncer = System.getProperty("bouncer.command", "./bouncer");
        GradingService service = GradingService.open(exercises);
        if (service.catalog().exercises().isEmpty()) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        Path parent = exercises.getParent();
        Workbench workbench = new Workbench(parent == null ? exercises : parent, exercises);
        if (!LearnerProgress.canBeKept(workbench.home())) {
            System.err.println("bouncer: " + LearnerProgress.directory(workbench.home())
                    + " cannot be written: results, progress and hints are not kept");
        }
        return new LearnerContext(
                service,
                workbench,
                bouncer,
                new AnsiStyle(Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"))));
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }

    /** Returns the directory that holds {@code exercises}. */
    Path home() {
        return workbench.home();
    }

    /** Reads the learner's saved progress. */
    LearnerProgress progress() {
        return LearnerProgress.load(home());
    }

    /** Returns the board with the learner's progress. */
    HomeBoard board() {
        LearnerProgress progress = progress();
        return new HomeBoard(service.catalog().exercises(), progress, exercise -> changed(progress, exercise), bouncer);
    }

    /**
     * Returns the exercise with a name.
     *
     * @param name as the learner typed it; null means the exercise of the working directory, or else the current one
     * @throws UsageProblem if no exercise or several have that name
     */
    Exercise exercise(@Nullable String name) {
        if (name == null) {
            return here().or(board()::current)
                    .orElse(service.catalog()
                            .exercises()
                            .get(service.catalog().exercises().size() - 1));
        }
        return ExerciseChoice.find(service.catalog().exercises(), name);
    }

    private Optional<Exercise> here() {
        try {
            Path exercises = service.catalog().directory().toRealPath();
            Path here = Path.of("").toRealPath();
            return service.catalog().exercises().stream()
                    .filter(exercise -> here.startsWith(exercises.resolve(exercise.slug())))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns true if an exercise's files differ from those that were judged last. */
    boolean isChanged(Exercise exercise) {
        return changed(progress(), exercise);
    }

    private boolean changed(LearnerProgress progress, Exercise exercise) {
        String judged = progress.of(exercise.slug(), exercise.points()).sourceHash();
        return !judged.isEmpty()
                && sources(exercise) instanceof Sources.Found found
                && !SourceHash.of(found.files()).equals(judged);
    }

    /** Reads the learner's files of an exercise. */
    Sources sources(Exercise exercise) {
        return Intake.find(home(), exercise);
    }

    /** Judges an exercise, and saves the result. */
    Judged judge(Exercise exercise) throws IOException, InterruptedException {
        try (ExerciseGrading grading = service.grading(exercise, sources(exercise))) {
            StatusLine status = StatusLine.open();
            grading.prefetchExplorations();
            ExerciseReport report = grading.judge(new JudgingObserver() {
                @Override
                public boolean next(int number, int of, CheckSpec check) {
                    status.show(exercise, number, of, check);
                    return true;
                }
            });
            status.clear();
            return remember(report, grading.files());
        }
    }

    /** Judges several exercises, as many at once as there are processors, and saves each result. */
    List<Judged> judge(List<Exercise> several) throws IOException, InterruptedException {
        service.reuseWorkers();
        List<SubmissionGrading.Task> tasks = new ArrayList<>();
        several.forEach(exercise -> tasks.add(new SubmissionGrading.Task(
                exercise, sources(exercise), service.catalog().checks(exercise))));
        List<Judged> judged = new ArrayList<>();
        StatusLine status = StatusLine.open();
        try (SubmissionGrading grading = SubmissionGrading.start(service, tasks)) {
            for (Exercise exercise : several) {
                status.show(String.format("%s  %d of %d", exercise.slug(), judged.size() + 1, several.size()));
                SubmissionGrading.Graded graded = grading.graded(exercise);
                judged.add(remember(graded.report(), graded.files()));
            }
        } finally {
            status.clear();
        }
        return judged;
    }

    /**
     * Saves the result of a finished grading and its page.
     *
     * @param files the sources that were judged, by path
     */
    Judged remember(ExerciseReport report, SortedMap<String, String> files) throws IOException {
        progress().after(report, SourceHash.of(files)).save(home());
        Judged judged = new Judged(report);
        Report whole = service.report(report.slug(), List.of(report), files);
        new LastRuns(home())
                .save(report.slug(), whole, judged.text(this, AnsiStyle.PLAIN), HtmlReport.write(whole, files));
        return judged;
    }

    /** Renders the result of a run for the command that started it. */
    record Judged(ExerciseReport report) {
        /** Returns the text of a whole run. */
        String text(LearnerContext learner, AnsiStyle style) {
            return RunText.write(report, learner.bouncer(), style) + page(learner);
        }

        /** Returns the text of a whole run for {@code watch}. */
        String watched(LearnerContext learner, AnsiStyle style) {
            return RunText.watched(report, learner.bouncer(), style) + page(learner);
        }

        /** Returns the text of an unfinished run: its first failure, or nothing if it has none. */
        String first(LearnerContext learner, AnsiStyle style) {
            return report.diagnosis()
                    .map(found -> RunText.first(report, found, learner.bouncer(), style) + page(learner))
                    .orElse("");
        }

        private String page(LearnerContext learner) {
            return report.diagnosis()
                            .map(found -> !found.finding().schedule().isEmpty())
                            .orElse(false)
                    ? String.format(
                            "Step through it: open %s in a browser%n",
                            Labels.path(learner.bouncer(), ".bouncer/last/" + report.slug() + ".html"))
                    : "";
        }
    }
}
