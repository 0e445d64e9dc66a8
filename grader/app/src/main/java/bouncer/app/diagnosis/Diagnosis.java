package bouncer.app.diagnosis;

import bouncer.app.catalogue.Exercise;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One failure for a learner: only what was seen, and what it means in general.
 *
 * @param check the check's name
 * @param fault the fault of the catalogue
 * @param happened what was seen, in words
 * @param at the student's line, or null when there is none to show
 * @param code that line's text, or empty
 * @param method which method was called, where no line of it is known to be wrong; or empty
 * @param schedule the interleaving; empty when none is known
 * @param waiting who waits for whom; empty when nobody does
 * @param misconception the mistake in the student's own code by name, or empty when it is not certain
 * @param replay the token that repeats the run, or null
 * @param alsoFailed how many later checks failed too
 */
public record Diagnosis(
        String check,
        Fault fault,
        String happened,
        @Nullable Location at,
        String code,
        String method,
        List<Step> schedule,
        List<WaitingThread> waiting,
        String misconception,
        @Nullable String replay,
        int alsoFailed) {
    public Diagnosis {
        schedule = List.copyOf(schedule);
        waiting = List.copyOf(waiting);
    }

    /** Explains a report's root cause; empty when nothing failed. */
    public static Optional<Diagnosis> of(
            ExerciseReport report, Exercise room, SourceText sources, Collection<byte[]> classes) {
        return RootCause.of(report)
                .map(cause -> explain(cause, sources, called(cause, room, classes), Misconceptions.read(classes)));
    }

    private static String called(RootCause cause, Exercise room, Collection<byte[]> classes) {
        Finding finding = cause.finding();
        Location at = finding.location();
        if (!isOfACall(cause.check().phase()) || !(at == null || isSeenOnce(finding))) {
            return "";
        }
        boolean begins = at == null || CalledMethod.at(at, classes).isPresent();
        return CalledMethod.only(room, classes)
                .filter(text -> begins)
                .or(() -> at == null ? Optional.empty() : CalledMethod.at(at, classes))
                .orElse("");
    }

    private static Diagnosis explain(RootCause cause, SourceText sources, String method, List<Misconception> certain) {
        Finding finding = cause.finding();
        Location at = finding.location();
        return new Diagnosis(
                cause.check().title(),
                finding.fault(),
                finding.message(),
                at,
                at == null ? "" : sources.line(at).orElse(""),
                method,
                finding.schedule(),
                finding.waiters(),
                Misconceptions.thatExplain(finding.fault(), at, certain).stream()
                        .filter(fact -> !(fact instanceof Misconception.WeakStore) || isLate(fact.line(), finding))
                        .findFirst()
                        .map(Misconceptions::tell)
                        .orElse(""),
                finding.replay(),
                cause.alsoFailed());
    }

    /** Whether the run shows a write of this line that others could not see yet. */
    private static boolean isLate(int line, Finding finding) {
        return finding.schedule().stream()
                .anyMatch(step -> step.line() == line && step.what().contains("store buffer"));
    }

    /** A broken promise that no schedule leads to: it has no line but that of the call which it is about. */
    private static boolean isSeenOnce(Finding finding) {
        return finding instanceof Finding.ContractBroken && finding.schedule().isEmpty();
    }

    /** What the compiler and the rules find is in no call. */
    private static boolean isOfACall(Phase phase) {
        return phase == Phase.CONTRACT || phase == Phase.EXPLORE || phase.isMeasured();
    }
}
