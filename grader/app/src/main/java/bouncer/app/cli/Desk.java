package bouncer.app.cli;

import bouncer.app.board.HomeBoard;
import bouncer.app.board.Paint;
import bouncer.app.board.RoomFinder;
import bouncer.app.board.RunText;
import bouncer.app.board.Words;
import bouncer.app.catalogue.Room;
import bouncer.app.lesson.Explanation;
import bouncer.app.lesson.RootCause;
import bouncer.app.lesson.SourceText;
import bouncer.app.pipeline.Grading;
import bouncer.app.pipeline.House;
import bouncer.app.progress.LastRuns;
import bouncer.app.progress.Progress;
import bouncer.app.progress.SourceHash;
import bouncer.app.progress.Workbench;
import bouncer.app.report.HtmlReport;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.watch.Round;
import java.io.IOException;
import java.nio.file.Files;
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
record Desk(House house, Workbench workbench, String bouncer, Paint paint) implements AutoCloseable {

    /**
     * Opens the learner's directory.
     *
     * @throws UsageProblem if there are no exercises where they should be; its message has the command to run
     */
    static Desk open() {
        Path exercises = Exercises.directory();
        String bouncer = System.getProperty("bouncer.command", "./bouncer");
        if (!Files.isDirectory(exercises)) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        House house = House.open(exercises);
        if (house.rooms().isEmpty()) {
            throw new UsageProblem(WrongDirectory.advice(exercises, Path.of("").toAbsolutePath()));
        }
        Path parent = exercises.getParent();
        Workbench workbench = new Workbench(parent == null ? exercises : parent, exercises);
        return new Desk(
                house, workbench, bouncer, new Paint(Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"))));
    }

    @Override
    public void close() throws InterruptedException {
        house.close();
    }

    Path home() {
        return workbench.home();
    }

    Progress progress() {
        return Progress.load(home());
    }

    HomeBoard board() {
        Progress progress = progress();
        return new HomeBoard(house.rooms(), progress, room -> changed(progress, room), bouncer);
    }

    /** The room that was asked for; when none was, that in which the learner stands, or else the current one. */
    Room room(@Nullable String name) {
        if (name == null) {
            return here().or(board()::current)
                    .orElse(house.rooms().get(house.rooms().size() - 1));
        }
        List<Room> found = RoomFinder.find(house.rooms(), name);
        if (found.size() > 1) {
            throw new UsageProblem("More than one exercise fits " + name + ": " + slugs(found));
        }
        if (found.isEmpty()) {
            throw new UsageProblem("No exercise is called " + name + ". "
                    + RoomFinder.nearest(house.rooms(), name)
                            .map(near -> "Did you mean " + near.slug() + "?")
                            .orElse("There are: " + slugs(house.rooms())));
        }
        return found.get(0);
    }

    private Optional<Room> here() {
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

    private static String slugs(List<Room> rooms) {
        return String.join(", ", rooms.stream().map(Room::slug).toList());
    }

    /** Whether a room's files differ from those that were judged last. */
    boolean isChanged(Room room) {
        return changed(progress(), room);
    }

    private boolean changed(Progress progress, Room room) {
        String judged = progress.of(room.slug(), room.points()).sourceHash();
        return !judged.isEmpty()
                && Intake.find(home(), room) instanceof Sources.Found found
                && !SourceHash.of(found.files()).equals(judged);
    }

    /** Judges a room and remembers the result. */
    Judged judge(Room room) throws IOException, InterruptedException {
        try (Grading grading = house.grading(room, home())) {
            StatusLine status = StatusLine.open();
            new Round(soFar -> {}, (number, of, check) -> status.show(room, number, of, check), () -> false)
                    .judge(grading);
            status.clear();
            return remember(room, grading.report(), grading);
        }
    }

    /** Remembers a finished grading, writes its page, and explains it. */
    Judged remember(Room room, ExerciseReport report, Grading grading) throws IOException {
        progress().after(report, SourceHash.of(grading.files())).save(home());
        Optional<Explanation> explanation = RootCause.of(report)
                .flatMap(cause -> Explanation.of(
                        report,
                        room,
                        new SourceText(grading.files()),
                        grading.classes().values()));
        Judged judged = new Judged(report, explanation);
        Report whole = house.report(room.slug(), List.of(report), grading.files());
        new LastRuns(home())
                .save(room.slug(), whole, judged.text(this, Paint.PLAIN), HtmlReport.write(whole, grading.files()));
        return judged;
    }

    /** What came of a run. */
    record Judged(ExerciseReport report, Optional<Explanation> explanation) {
        String text(Desk desk, Paint paint) {
            return RunText.write(report, explanation, desk.bouncer(), paint) + page(desk);
        }

        /** For who watches. */
        String watched(Desk desk, Paint paint) {
            return RunText.watched(report, explanation, desk.bouncer(), paint) + page(desk);
        }

        /** As long as the run goes on. */
        String first(Desk desk, Paint paint) {
            return explanation
                    .map(found -> RunText.first(report, found, desk.bouncer(), paint) + page(desk))
                    .orElse("");
        }

        private String page(Desk desk) {
            return explanation.map(found -> !found.schedule().isEmpty()).orElse(false)
                    ? String.format(
                            "Step through it: open %s in a browser%n",
                            Words.path(desk.bouncer(), ".bouncer/last/" + report.slug() + ".html"))
                    : "";
        }
    }
}
