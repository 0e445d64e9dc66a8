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
import bouncer.app.progress.LastRuns;
import bouncer.app.progress.LearnerProgress;
import bouncer.app.progress.Workbench;
import bouncer.app.report.HtmlReport;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.SourceHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What every learner's command needs: the rooms, the learner's files, the progress, how to print. Immutable.
 *
 * @param house the rooms
 * @param workbench the learner's files
 * @param bouncer how the learner typed the command
 * @param paint colour or none
 */
record LearnerContext(GradingService house, Workbench workbench, String bouncer, AnsiStyle paint)
        implements AutoCloseable {

    /**
     * Opens the learner's directory.
     *
     * @throws UsageProblem if there are no exercises where they should be; its message has the command to run
     */
    static LearnerContext open() {
        Path exercises = ExercisesDirectory.existing();
        String bouncer = System.getProperty("bouncer.command", "./bouncer");
        GradingService house = GradingService.open(exercises);
        if (house.rooms().isEmpty()) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        Path parent = exercises.getParent();
        Workbench workbench = new Workbench(parent == null ? exercises : parent, exercises);
        if (!LearnerProgress.canBeKept(workbench.home())) {
            System.err.println("bouncer: " + LearnerProgress.directory(workbench.home())
                    + " cannot be written: results, progress and hints are not kept");
        }
        return new LearnerContext(
                house, workbench, bouncer, new AnsiStyle(Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"))));
    }

    @Override
    public void close() throws InterruptedException {
        house.close();
    }

    Path home() {
        return workbench.home();
    }

    LearnerProgress progress() {
        return LearnerProgress.load(home());
    }

    HomeBoard board() {
        LearnerProgress progress = progress();
        return new HomeBoard(house.rooms(), progress, room -> changed(progress, room), bouncer);
    }

    /** The room that was asked for; when none was, that in which the learner stands, or else the current one. */
    Exercise room(@Nullable String name) {
        if (name == null) {
            return here().or(board()::current)
                    .orElse(house.rooms().get(house.rooms().size() - 1));
        }
        return ExerciseChoice.find(house.rooms(), name);
    }

    private Optional<Exercise> here() {
        try {
            Path exercises = house.exercises().toRealPath();
            Path here = Path.of("").toRealPath();
            return house.rooms().stream()
                    .filter(room -> here.startsWith(exercises.resolve(room.slug())))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a room's files differ from those that were judged last. */
    boolean isChanged(Exercise room) {
        return changed(progress(), room);
    }

    private boolean changed(LearnerProgress progress, Exercise room) {
        String judged = progress.of(room.slug(), room.points()).sourceHash();
        return !judged.isEmpty()
                && sources(room) instanceof Sources.Found found
                && !SourceHash.of(found.files()).equals(judged);
    }

    /** The learner's files of an exercise as they are now. */
    Sources sources(Exercise room) {
        return Intake.find(home(), room);
    }

    /** Judges a room and remembers the result. */
    Judged judge(Exercise room) throws IOException, InterruptedException {
        try (ExerciseGrading grading = house.grading(room, sources(room))) {
            StatusLine status = StatusLine.open();
            grading.lookAhead();
            ExerciseReport report = grading.judge(new JudgingObserver() {
                @Override
                public boolean next(int number, int of, CheckSpec check) {
                    status.show(room, number, of, check);
                    return true;
                }
            });
            status.clear();
            return remember(room, report, grading);
        }
    }

    /** Remembers a finished grading and writes its page. */
    Judged remember(Exercise room, ExerciseReport report, ExerciseGrading grading) throws IOException {
        progress().after(report, SourceHash.of(grading.files())).save(home());
        Judged judged = new Judged(report);
        Report whole = house.report(room.slug(), List.of(report), grading.files());
        new LastRuns(home())
                .save(room.slug(), whole, judged.text(this, AnsiStyle.PLAIN), HtmlReport.write(whole, grading.files()));
        return judged;
    }

    /** The result of a run, in the words of the command that asked for it. */
    record Judged(ExerciseReport report) {
        String text(LearnerContext desk, AnsiStyle paint) {
            return RunText.write(report, desk.bouncer(), paint) + page(desk);
        }

        /** For the loop of saving and looking. */
        String watched(LearnerContext desk, AnsiStyle paint) {
            return RunText.watched(report, desk.bouncer(), paint) + page(desk);
        }

        /** While the run is not over. */
        String first(LearnerContext desk, AnsiStyle paint) {
            return report.diagnosis()
                    .map(found -> RunText.first(report, found, desk.bouncer(), paint) + page(desk))
                    .orElse("");
        }

        private String page(LearnerContext desk) {
            return report.diagnosis()
                            .map(found -> !found.finding().schedule().isEmpty())
                            .orElse(false)
                    ? String.format(
                            "Step through it: open %s in a browser%n",
                            Labels.path(desk.bouncer(), ".bouncer/last/" + report.slug() + ".html"))
                    : "";
        }
    }
}
