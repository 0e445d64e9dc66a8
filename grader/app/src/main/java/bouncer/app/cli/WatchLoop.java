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

/** Judges one exercise at every save and handles the keys, until the learner quits. Used by one thread. */
final class WatchLoop {
    private static final String KEYS = "n next  h hint  l list  c check all  r last run  x reset  q quit";

    /** Moves the cursor to the first line and clears the screen; earlier output stays in the scroll-back buffer. */
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final LearnerContext learner;
    private final NonBlockingReader keys;
    private final String help;
    private final boolean clears;
    private final StatusLine status = StatusLine.open();
    private Exercise exercise;
    private FileChangePoller saves;
    private boolean quit;

    /**
     * Creates the loop.
     *
     * @param single true if keys arrive one by one, false if they arrive with the end of the line
     */
    WatchLoop(LearnerContext learner, Exercise first, NonBlockingReader keys, boolean single) {
        this.help = single ? KEYS : KEYS + "  (and Enter)";
        this.clears = single && ConsoleProgress.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        this.learner = learner;
        this.keys = keys;
        this.exercise = first;
        this.saves = new FileChangePoller(learner.workbench().sources(first));
    }

    /** Judges now and at every save, until the learner quits. */
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
                exercise = following(learner.service().catalog().exercises(), exercise);
                saves = new FileChangePoller(learner.workbench().sources(exercise));
                judge();
            }
            case 'h' -> print(HintCommand.hint(learner, exercise, false, "Press h"));
            case 'l' -> print(learner.board().table(learner.style()));
            case 'c' -> {
                for (Exercise each : learner.service().catalog().exercises()) {
                    learner.judge(each);
                }
                print(learner.board().write(learner.style()));
            }
            case 'r' -> print(new LastRuns(learner.home()).text(exercise.slug()).orElse("Nothing was judged yet.\n"));
            case 'x' -> {
                print("Put " + exercise.slug() + " back to its original state? A copy is kept. [y/N]\n");
                int answer = keys.read();
                print(
                        answer == 'y' || answer == 'Y'
                                ? ResetCommand.reset(learner, exercise)
                                : "Nothing was changed.\n");
            }
            case 'q' -> quit = true;
            default -> {}
        }
        if ("hlcrx".indexOf(Character.toLowerCase(key)) >= 0) {
            faint(help);
        }
    }

    /** Returns the exercise after this one; after the last comes the first. */
    static Exercise following(List<Exercise> exercises, Exercise exercise) {
        return exercises.get((exercises.indexOf(exercise) + 1) % exercises.size());
    }

    /** Judges the files as they are, and starts again if they are saved during the judging. */
    private void judge() throws IOException, InterruptedException {
        boolean saved = true;
        while (saved) {
            saved = false;
            long start = System.nanoTime();
            print(clears ? CLEAR : "");
            print(String.format("%n%s ...%n", learner.style().bold(exercise.slug() + "  " + exercise.title())));
            try (ExerciseGrading grading = learner.service().grading(exercise, learner.sources(exercise))) {
                CyclePrinter printer = new CyclePrinter(grading, start);
                Optional<ExerciseReport> report = WatchCycle.judge(
                        grading,
                        printer::first,
                        (number, of, check) -> status.show(exercise, number, of, check),
                        printer);
                status.clear();
                if (report.isPresent()) {
                    printer.rest(report.get());
                }
                saved = printer.saved;
            }
        }
    }

    /** Prints the results of one judging. */
    private final class CyclePrinter implements WatchCycle.StopCondition {
        private final ExerciseGrading grading;
        private final long start;
        private Optional<Diagnosis> shown = Optional.empty();
        private boolean saved;

        CyclePrinter(ExerciseGrading grading, long start) {
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
                print(learner.remember(soFar, grading.files()).first(learner, learner.style()));
                faint(seconds() + (open > 0 ? "; the rest follows" : ""));
            } else if (open > 0 && soFar.verdict() == Verdict.INCONCLUSIVE) {
                faint(String.format(
                        "%s: %d checks found nothing wrong; %d measured checks follow", seconds(), judged, open));
            }
        }

        void rest(ExerciseReport report) throws IOException {
            String answer = learner.remember(report, grading.files()).watched(learner, learner.style());
            // A later check may have found a graver cause, which is then shown too.
            if (shown.isPresent()
                    && shown.map(Diagnosis::finding).equals(report.diagnosis().map(Diagnosis::finding))) {
                faint(seconds() + ": " + RunText.rest(report) + ". Waiting for a save");
            } else {
                print(answer);
                faint(seconds() + ". Waiting for a save");
            }
            faint(help);
        }

        /**
         * Stops the judging after a save, because the judged sources are out of date, and for the keys for quitting and
         * for the next exercise.
         */
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
                .forEach(line -> print(String.format("%s%n", learner.style().faint(line))));
    }

    /** A terminal in raw mode needs a carriage return to go back to the left edge. */
    private static void print(String text) {
        System.out.print(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        System.out.flush();
    }
}
