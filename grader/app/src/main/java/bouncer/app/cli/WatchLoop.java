package bouncer.app.cli;

import bouncer.app.board.Labels;
import bouncer.app.board.RunText;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.progress.LastRuns;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.app.watch.FileChangePoller;
import bouncer.app.watch.WatchCycle;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/** The loop of saving and looking, with one room at a time. Used by one thread. */
final class WatchLoop {
    private static final String KEYS = "n next  h hint  l list  c check all  r last run  x reset  q quit";

    /** Moves the cursor to the first line and clears the screen; what scrolled away can still be read. */
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final LearnerContext desk;
    private final NonBlockingReader keys;
    private final String help;
    private final boolean clears;
    private final StatusLine status = StatusLine.open();
    private Exercise room;
    private FileChangePoller saves;
    private boolean quit;

    /**
     * Makes the loop.
     *
     * @param single whether a key comes as it is pressed, or only with the end of its line
     */
    WatchLoop(LearnerContext desk, Exercise first, NonBlockingReader keys, boolean single) {
        this.help = single ? KEYS : KEYS + "  (and Enter)";
        this.clears = single && ConsoleProgress.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        this.desk = desk;
        this.keys = keys;
        this.room = first;
        this.saves = new FileChangePoller(desk.workbench().sources(first));
    }

    /** Judges, and again at every save, until the learner quits. */
    void run() throws IOException, InterruptedException {
        judge();
        while (!quit) {
            int key = keys.read(FileChangePoller.TICK_MILLIS);
            if (key == NonBlockingReader.EOF) {
                return;
            }
            if (key > 0) {
                press((char) key);
            } else if (saves.any()) {
                judge();
            }
        }
    }

    private void press(char key) throws IOException, InterruptedException {
        switch (Character.toLowerCase(key)) {
            case 'n' -> {
                room = following(desk.house().rooms(), room);
                saves = new FileChangePoller(desk.workbench().sources(room));
                judge();
            }
            case 'h' -> print(HintCommand.hint(desk, room, false, "Press h"));
            case 'l' -> print(desk.board().table(desk.paint()));
            case 'c' -> {
                for (Exercise each : desk.house().rooms()) {
                    desk.judge(each);
                }
                print(desk.board().write(desk.paint()));
            }
            case 'r' -> print(new LastRuns(desk.home()).told(room.slug()).orElse("Nothing was judged yet.\n"));
            case 'x' -> {
                print("Put " + room.slug() + " back to its original state? A copy is kept. y/N\n");
                int answer = keys.read();
                print(answer == 'y' || answer == 'Y' ? ResetCommand.reset(desk, room) : "Nothing was changed.\n");
            }
            case 'q' -> quit = true;
            default -> {}
        }
        if ("hlcrx".indexOf(Character.toLowerCase(key)) >= 0) {
            faint(help);
        }
    }

    /** The room after this one; after the last comes the first. */
    static Exercise following(List<Exercise> rooms, Exercise room) {
        return rooms.get((rooms.indexOf(room) + 1) % rooms.size());
    }

    /** Judges what is there; what was saved meanwhile is judged instead. */
    private void judge() throws IOException, InterruptedException {
        boolean saved = true;
        while (saved) {
            saved = false;
            long start = System.nanoTime();
            print(clears ? CLEAR : "");
            print(String.format("%n%s ...%n", desk.paint().bold(room.slug() + "  " + room.title())));
            try (ExerciseGrading grading = desk.house().grading(room, desk.sources(room))) {
                Telling telling = new Telling(grading, start);
                Optional<ExerciseReport> report = WatchCycle.judge(
                        grading, telling::first, (number, of, check) -> status.show(room, number, of, check), telling);
                status.clear();
                if (report.isPresent()) {
                    telling.rest(report.get());
                }
                saved = telling.saved;
            }
        }
    }

    /** What is told of one round. */
    private final class Telling implements WatchCycle.StopCondition {
        private final ExerciseGrading grading;
        private final long start;
        private Optional<Diagnosis> shown = Optional.empty();
        private boolean saved;

        Telling(ExerciseGrading grading, long start) {
            this.grading = grading;
            this.start = start;
        }

        void first(ExerciseReport soFar) throws IOException {
            status.clear();
            shown = soFar.diagnosis();
            long judged = grading.specs().stream()
                    .filter(spec -> soFar.checks().stream()
                            .anyMatch(check -> check.result().id().equals(spec.id())))
                    .count();
            long open = grading.specs().size() - judged;
            if (shown.isPresent()) {
                print(desk.remember(room, soFar, grading).first(desk, desk.paint()));
                faint(seconds() + (open > 0 ? "; the rest follows" : ""));
            } else if (open > 0 && soFar.verdict() == Verdict.INCONCLUSIVE) {
                faint(String.format(
                        "%s: %d checks have found nothing wrong; %d on the real machine follow",
                        seconds(), judged, open));
            }
        }

        void rest(ExerciseReport report) throws IOException {
            String answer = desk.remember(room, report, grading).watched(desk, desk.paint());
            // A later check may have found the graver cause; then that one is shown as well.
            if (shown.isPresent()
                    && shown.map(Diagnosis::finding).equals(report.diagnosis().map(Diagnosis::finding))) {
                faint(seconds() + ": " + RunText.rest(report) + ". Waiting for a save");
            } else {
                print(answer);
                faint(seconds() + ". Waiting for a save");
            }
            faint(help);
        }

        /** A save makes what is being judged stale; the keys for quitting and for the next exercise take effect at once. */
        @Override
        public boolean isMet() throws IOException, InterruptedException {
            int key = Character.toLowerCase(keys.peek(1));
            saved = saves.any();
            return saved || key == 'q' || key == 'n';
        }

        private String seconds() {
            return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        }
    }

    private void faint(String words) {
        Labels.wrap(words)
                .forEach(line -> print(String.format("%s%n", desk.paint().faint(line))));
    }

    /** A raw terminal does not go back to the left edge by itself. */
    private static void print(String text) {
        System.out.print(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        System.out.flush();
    }
}
