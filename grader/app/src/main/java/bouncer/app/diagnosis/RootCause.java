package bouncer.app.diagnosis;

import bouncer.app.diagnosis.Facts.Fact;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finding to correct first; the others may be its consequences. Findings are compared by these criteria in turn:
 * deterministic before stress and timing, graver before less grave, explained by a mistake in the code, more specific
 * than an unexpected exception, with a recorded run, earlier in the order of judging. Immutable.
 *
 * @param check the failed check
 * @param finding what is wrong
 * @param fault the fault that the run shows, see {@link Evidence}
 * @param facts mistakes in the student's code that explain it, the likeliest first
 */
record RootCause(CheckReport check, Finding finding, Fault fault, List<Fact> facts) {
    private static final Comparator<RootCause> FIRST = Comparator.comparing(
                    (RootCause cause) -> cause.check().phase().isMeasured())
            .thenComparing(cause -> Gravity.of(cause.check().phase(), cause.finding(), cause.fault()))
            .thenComparing(cause -> cause.facts().isEmpty())
            .thenComparing(cause -> cause.fault() == Fault.UNEXPECTED_EXCEPTION)
            .thenComparing(cause -> cause.finding().schedule().isEmpty());

    /**
     * Finds the root cause; empty when nothing failed.
     *
     * @param facts the mistakes that the student's code shows
     */
    static Optional<RootCause> of(ExerciseReport report, List<Fact> facts) {
        List<RootCause> causes = new ArrayList<>();
        for (CheckReport check : report.checks()) {
            if (check.result().outcome() == CheckOutcome.FAILED) {
                check.result().findings().forEach(finding -> causes.add(of(check, finding, facts)));
            }
        }
        return causes.stream().min(FIRST);
    }

    private static RootCause of(CheckReport check, Finding finding, List<Fact> facts) {
        Fault fault = Evidence.fault(finding);
        Location at = finding.location();
        List<Fact> explaining = Misconceptions.thatExplain(fault, at, facts).stream()
                .filter(fact -> isInTheRun(fact, finding))
                .toList();
        return new RootCause(check, finding, fault, explaining);
    }

    /**
     * Returns true if the mistake can explain the recorded run: a step is in its lines or on its field, or a store is
     * late.
     */
    private static boolean isInTheRun(Fact fact, Finding finding) {
        if (finding.schedule().isEmpty()) {
            return true;
        }
        if (fact.mistake() instanceof Misconception.WeakStore) {
            return finding.schedule().stream()
                    .anyMatch(step -> step.line() == fact.mistake().line()
                            && step.file().equals(fact.file())
                            && step.what().contains("store buffer"));
        }
        Map<String, String> parts = Misconceptions.parts(fact.mistake());
        String field = parts.get("field");
        return !fact.mistake().leavesSteps()
                || finding.schedule().stream()
                        .anyMatch(step -> (field != null && step.what().contains(field))
                                || (step.file().equals(fact.file())
                                        && parts.containsValue(Integer.toString(step.line()))));
    }
}
