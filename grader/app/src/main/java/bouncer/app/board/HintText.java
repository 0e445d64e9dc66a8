package bouncer.app.board;

import bouncer.app.catalogue.Exercise;
import bouncer.app.report.FailureText;
import bouncer.app.report.ScheduleTable;
import bouncer.app.report.Wrapping;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three hints for one exercise: the idea, the place, the last failure. Immutable.
 *
 * @param exercise the exercise
 * @param last the report of its last run; empty if there is none
 */
public record HintText(Exercise exercise, Optional<ExerciseReport> last) {
    /** The number of hints. */
    public static final int TIERS = 3;

    private static final int STEPS = 40;

    /** Writes a hint, by its number from 1 to {@link #TIERS}. */
    public String tier(int tier, AnsiStyle paint) {
        String text = switch (tier) {
            case 1 -> written(exercise.hints().idea());
            case 2 -> written(exercise.hints().place());
            default -> failure();
        };
        String heading = "Hint " + tier + " of " + TIERS + ", "
                + List.of("the idea", "the place", "your failure").get(tier - 1);
        return String.format("%s%n  %s%n", paint.bold(heading), text.replace("\n", System.lineSeparator() + "  "));
    }

    /** Returns true if the last run failed. */
    public boolean hasFailure() {
        return last.flatMap(ExerciseReport::diagnosis).isPresent();
    }

    private String written(String hint) {
        String text = hint.isEmpty() ? "There is no such hint; see exercises/" + exercise.slug() + "/README.md" : hint;
        return String.join("\n", Wrapping.wrap(text, Labels.WIDTH - 2));
    }

    /** Returns the details that a run does not print with a failure: the check's hint and the steps. */
    private String failure() {
        Optional<Diagnosis> diagnosis = last.flatMap(ExerciseReport::diagnosis);
        if (diagnosis.isEmpty()) {
            return "No run has failed yet. Check your class first; then this shows how it fails.";
        }
        Diagnosis found = diagnosis.get();
        List<String> lines = new ArrayList<>();
        lines.add(FailureText.heading(found));
        for (String sentence : List.of(found.inThisExercise(), found.hint(), found.explanation())) {
            lines.addAll(Wrapping.wrap(sentence, Labels.WIDTH - 2));
        }
        lines.addAll(ScheduleTable.draw(found.finding().schedule(), STEPS, Labels.WIDTH - 2));
        return AnsiStyle.clean(String.join("\n", lines));
    }
}
