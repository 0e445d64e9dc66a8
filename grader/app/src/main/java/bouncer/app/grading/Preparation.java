package bouncer.app.grading;

import bouncer.app.catalogue.Exercise;
import bouncer.app.compile.Compiled;
import bouncer.app.rules.Rules;
import bouncer.app.submission.Sources;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An exercise before any of its code runs: its sources read, compiled and compared with the rules. Immutable.
 *
 * @param phase what the result is about: compile or rule
 * @param result of the last step that was reached; empty when the class is not started
 * @param started false while every method still throws the stub's error
 * @param blocked why no check can be judged; empty when they can
 * @param sourceRoot where in the submission the files were found
 * @param files text by path
 * @param classes class files by name; empty when it does not compile
 */
record Preparation(
        Phase phase,
        Optional<CheckResult> result,
        boolean started,
        String blocked,
        String sourceRoot,
        SortedMap<String, String> files,
        SortedMap<String, byte[]> classes) {
    private static final String UNUSABLE = "not judged, because the class cannot be used yet";
    private static final String REFUSED = "not judged, because the class breaks the rules of the exercise";
    private static final String STUB_SAYS = "\"not implemented: open exercises/";

    static Preparation of(
            Exercise exercise,
            Sources sources,
            ExerciseChecks checks,
            GradingEnvironment environment,
            WorkerSet workers,
            Stopwatch stopwatch)
            throws IOException, InterruptedException {
        if (sources instanceof Sources.Absent) {
            return new Preparation(
                    Phase.COMPILE,
                    Optional.empty(),
                    false,
                    Sources.Absent.note(exercise),
                    "",
                    new TreeMap<>(),
                    new TreeMap<>());
        }
        if (sources instanceof Sources.Bad bad) {
            return broken(Phase.COMPILE, bad.findings(), UNUSABLE, "", new TreeMap<>(), new TreeMap<>());
        }
        Sources.Found found = (Sources.Found) sources;
        // Most likely untouched: a worker started early would be started for nothing.
        if (found.files().values().stream().noneMatch(text -> text.contains(STUB_SAYS))) {
            stopwatch.measure("start", () -> {
                workers.mainWorker().warmUp();
                return workers;
            });
        }
        Compiled compiled = stopwatch.measure(
                Phase.COMPILE.id(), () -> environment.compiler().compile(exercise.files(), found.files()));
        List<Finding> wrong = new ArrayList<>(compiled.findings());
        if (!wrong.isEmpty()) {
            wrong.addAll(found.leftOut());
            return broken(Phase.COMPILE, wrong, UNUSABLE, found.root(), found.files(), compiled.classes());
        }
        Rules.Seen seen = stopwatch.measure(
                "rules", () -> environment.rules().look(compiled.classes(), exercise, environment::isCheckClass));
        if (seen.findings().isEmpty() && seen.notStarted()) {
            String hint = "not started: open exercises/" + exercise.slug() + "/src/main/java/"
                    + exercise.files().get(0);
            return new Preparation(
                    Phase.RULE, Optional.empty(), false, hint, found.root(), found.files(), compiled.classes());
        }
        if (!seen.findings().isEmpty()) {
            boolean missing = seen.findings().stream().anyMatch(Finding.Unusable.class::isInstance);
            return broken(
                    Phase.RULE,
                    seen.findings(),
                    missing ? UNUSABLE : REFUSED,
                    found.root(),
                    found.files(),
                    compiled.classes());
        }
        workers.fill(new Compiled(seen.classes(), List.of()), seen.visibleJdk(), checks);
        CheckResult passed = new CheckResult("rules", CheckOutcome.PASSED, List.of(), "", new CheckCoverage.None(), 0);
        return new Preparation(
                Phase.RULE, Optional.of(passed), true, "", found.root(), found.files(), compiled.classes());
    }

    private static Preparation broken(
            Phase phase,
            List<Finding> findings,
            String why,
            String root,
            SortedMap<String, String> files,
            SortedMap<String, byte[]> classes) {
        String id = phase == Phase.RULE ? "rules" : phase.id();
        CheckResult failed = new CheckResult(id, CheckOutcome.FAILED, findings, "", new CheckCoverage.None(), 0);
        return new Preparation(phase, Optional.of(failed), true, why, root, files, classes);
    }
}
