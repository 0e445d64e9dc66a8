package bouncer.app.board;

import bouncer.app.catalogue.Exercise;
import bouncer.app.progress.ExerciseState;
import bouncer.app.progress.LearnerProgress;
import bouncer.app.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The board that {@code ./bouncer} prints without a command. Immutable.
 *
 * @param exercises in teaching order
 * @param progress the results of earlier runs
 * @param changed tells whether an exercise's files have changed since they were judged
 * @param bouncer the command as the learner typed it, such as {@code ./bouncer}
 */
public record HomeBoard(
        List<Exercise> exercises, LearnerProgress progress, Predicate<Exercise> changed, String bouncer) {
    private static final int BAR = 30;
    private static final int SHORTEST_BAR = 10;
    /** The characters beside the bar in its line. */
    private static final int BESIDE_BAR = 48;

    private static final int TITLE = 26;
    /** The width that a table with titles needs. */
    private static final int WIDE = 78;

    public HomeBoard {
        exercises = List.copyOf(exercises);
    }

    /** Returns the first exercise that is not accepted yet; empty if all are. */
    public Optional<Exercise> current() {
        return exercises.stream()
                .filter(exercise -> state(exercise).verdict() != Verdict.ACCEPTED)
                .findFirst();
    }

    /** Writes the whole board, with a welcome if no exercise has been judged yet. */
    public String write(AnsiStyle paint) {
        boolean first = exercises.stream()
                .allMatch(exercise -> state(exercise).sourceHash().isEmpty());
        return (first ? welcome(paint) : "") + head(paint) + table(paint) + next(paint);
    }

    /** Writes only the table of exercises. */
    public String table(AnsiStyle paint) {
        Exercise current = current().orElse(null);
        StringBuilder text = new StringBuilder();
        for (Exercise exercise : exercises) {
            ExerciseState state = state(exercise);
            String words = String.format("%-12s", state.verdict().text());
            String note = changed.test(exercise) ? "  changed" : "";
            text.append(String.format(
                    "%s %-20s %s%s %3d/%d%s%n",
                    exercise.equals(current) ? " >" : "  ",
                    exercise.slug(),
                    Labels.WIDTH < WIDE ? "" : String.format("%-" + TITLE + "s ", exercise.title()),
                    colour(state.verdict(), words, paint),
                    state.score(),
                    exercise.points(),
                    paint.faint(note)));
        }
        return text.toString();
    }

    private String head(AnsiStyle paint) {
        int accepted = (int) exercises.stream()
                .filter(r -> state(r).verdict() == Verdict.ACCEPTED)
                .count();
        int score =
                exercises.stream().mapToInt(exercise -> state(exercise).score()).sum();
        int points = exercises.stream().mapToInt(Exercise::points).sum();
        int bar = Math.min(BAR, Math.max(SHORTEST_BAR, Labels.WIDTH - BESIDE_BAR));
        int filled = points == 0 ? 0 : bar * score / points;
        return String.format(
                "%s  [%s%s]  %d of %d accepted, %d of %d points%n%n",
                paint.bold("Bouncer"),
                paint.good("#".repeat(filled)),
                ".".repeat(bar - filled),
                accepted,
                exercises.size(),
                score,
                points);
    }

    private String welcome(AnsiStyle paint) {
        List<String> lines =
                Labels.wrap(exercises.size() + " small classes want to enter the club. Each one must be right in every"
                        + " order in which its threads can run. The bouncer explores these orders and accepts the class, or shows"
                        + " exactly how it fails. Read a task, fill in its class, save, and read the result. You cannot break"
                        + " anything here.");
        return String.format("%s%n%s%n%n", paint.bold("Welcome."), String.join(System.lineSeparator(), lines));
    }

    private String next(AnsiStyle paint) {
        Optional<Exercise> current = current();
        if (current.isEmpty()) {
            return String.format("%nAll exercises are accepted. Well done.%n");
        }
        Exercise exercise = current.get();
        String number = exercise.slug();
        String directory = Labels.path(bouncer, "exercises/" + exercise.slug() + "/");
        StringBuilder text = new StringBuilder();
        text.append(String.format("%nNow: %s%n", paint.bold(exercise.title())));
        text.append(String.format("  task       %sREADME.md%n", directory));
        text.append(String.format(
                "  your file  %ssrc/main/java/%s%n", directory, exercise.files().get(0)));
        text.append(String.format("%nNext%n"));
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put(bouncer + " watch", "checks at every save");
        commands.put(bouncer + " check " + number, "checks once");
        if (state(exercise).verdict() == Verdict.REJECTED) {
            commands.put(bouncer + " show " + number, "what was wrong in the last run");
        }
        commands.put(bouncer + " hint " + number, "a nudge, one step at a time");
        commands.put(bouncer + " demo", "a live demonstration");
        int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        commands.forEach((command, what) -> {
            boolean fits = width + what.length() + 4 <= Labels.WIDTH;
            text.append(String.format(
                    fits ? "  %s  %s%n" : "  %s%n      %s%n",
                    paint.command(fits ? String.format("%-" + width + "s", command) : command),
                    what));
        });
        return text.toString();
    }

    private static String colour(Verdict verdict, String words, AnsiStyle paint) {
        return switch (verdict) {
            case ACCEPTED -> paint.good(words);
            case REJECTED, ERROR -> paint.bad(words);
            case NOT_STARTED, INCONCLUSIVE -> paint.faint(words);
        };
    }

    private ExerciseState state(Exercise exercise) {
        return progress.of(exercise.slug(), exercise.points());
    }
}
