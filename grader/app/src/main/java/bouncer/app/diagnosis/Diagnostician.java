package bouncer.app.diagnosis;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.diagnosis.Facts.Fact;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why an exercise was rejected, from its report and the student's own code. Stateless; student code is read,
 * never run.
 */
public final class Diagnostician {
    private Diagnostician() {}

    /**
     * Returns the report with its diagnosis, or the report itself if no check failed.
     *
     * @param specs the exercise's checks, for their hints
     * @param files the student's sources by path below the source root; may be empty
     * @param classes the student's class files; may be empty
     */
    public static ExerciseReport diagnose(
            ExerciseReport report,
            Exercise exercise,
            List<CheckSpec> specs,
            Map<String, String> files,
            Collection<byte[]> classes) {
        return RootCause.of(report, Misconceptions.read(classes))
                .map(cause -> report.with(diagnosis(report, cause, exercise, specs, files, classes)))
                .orElse(report);
    }

    private static Diagnosis diagnosis(
            ExerciseReport report,
            RootCause cause,
            Exercise exercise,
            List<CheckSpec> specs,
            Map<String, String> files,
            Collection<byte[]> classes) {
        Finding finding = cause.finding();
        FaultExplanation explanation = FaultExplanation.of(cause.fault());
        @Nullable Fact fact = cause.facts().isEmpty() ? null : cause.facts().get(0);
        String title = fact == null ? null : Misconceptions.title(fact.mistake());
        Location at = place(fact, finding);
        Values values = Values.of(finding);
        return new Diagnosis(
                cause.check().result().id(),
                cause.check().title(),
                finding,
                cause.fault(),
                title == null ? explanation.title() : title,
                values.subject(),
                values.expected(),
                values.actual(),
                Evidence.message(finding, cause.fault()),
                at,
                at == null ? "" : line(files.getOrDefault(at.file(), ""), at.line()),
                fact == null || fact.mistake().place() <= 0 ? method(cause, exercise, classes) : "",
                fact == null ? "" : Misconceptions.text(fact.mistake()),
                exercise.faults().getOrDefault(cause.fault(), ""),
                hint(specs, cause.check().result().id()),
                explanation.what(),
                explanation.why(),
                explanation.see(),
                failed(report) - 1);
    }

    private static @Nullable Location place(@Nullable Fact fact, Finding finding) {
        return fact == null || fact.mistake().place() <= 0
                ? finding.location()
                : new Location(fact.file(), fact.mistake().place());
    }

    private static String line(String text, int number) {
        return text.lines()
                .skip(Math.max(0, number - 1L))
                .limit(number > 0 ? 1 : 0)
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String hint(List<CheckSpec> specs, String id) {
        return specs.stream()
                .filter(spec -> spec.id().equals(id))
                .map(CheckSpec::hint)
                .findFirst()
                .orElse("");
    }

    private static int failed(ExerciseReport report) {
        return (int) report.checks().stream()
                .filter(check -> check.result().outcome() == CheckOutcome.FAILED)
                .count();
    }

    /** Names the called method, for a wrong result without a recorded run and therefore without a line; else empty. */
    private static String method(RootCause cause, Exercise exercise, Collection<byte[]> classes) {
        Finding finding = cause.finding();
        Location at = finding.location();
        boolean seenOnce =
                finding instanceof Finding.ContractBroken && finding.schedule().isEmpty();
        Phase phase = cause.check().phase();
        if (phase == Phase.COMPILE || phase == Phase.RULE || !(at == null || seenOnce)) {
            return "";
        }
        boolean begins = at == null || CalledMethod.at(at, classes).isPresent();
        return CalledMethod.only(exercise, classes)
                .filter(text -> begins)
                .or(() -> at == null ? Optional.empty() : CalledMethod.at(at, classes))
                .orElse("");
    }
}
