package bouncer.app.cli;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.report.Board;
import bouncer.app.report.HtmlReport;
import bouncer.app.report.JsonReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.junit.Referee;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judges for Jupiter: one grading for each exercise that is asked about, the board and the report at the end. */
public final class MavenReferee implements Referee {
    private final GradingService house = GradingService.open(ExercisesDirectory.directory());
    private final String only = System.getProperty("bouncer.exercise", "");
    private final SortedMap<String, ExerciseGrading> open = new TreeMap<>();
    private final Set<String> told = new HashSet<>();

    /** Made by ServiceLoader. */
    public MavenReferee() {}

    @Override
    public boolean leavesOut(String slug) {
        return !only.isEmpty() && !only.equals(slug);
    }

    @Override
    public List<String> variants(String slug, String checkClass, String method) {
        return house.checks(room(slug)).stream()
                .filter(spec ->
                        spec.checkClass().equals(checkClass) && spec.method().equals(method))
                .map(CheckSpec::id)
                .toList();
    }

    @Override
    public CheckResult judge(String slug, String checkId) {
        try {
            ExerciseGrading grading = open.get(slug);
            if (grading == null) {
                grading = house.grading(room(slug), house.exercises().resolve(".."));
                grading.lookAhead();
                open.put(slug, grading);
            }
            CheckSpec spec = house.checks(room(slug)).stream()
                    .filter(candidate -> candidate.id().equals(checkId))
                    .findFirst()
                    .orElseThrow();
            CheckResult result = grading.judge(spec);
            // What is wrong before any check is told once, by the first check that is asked about.
            Optional<CheckResult> blocker = grading.blocker().filter(wrong -> told.add(slug));
            return blocker.map(wrong ->
                            new CheckResult(spec.id(), CheckOutcome.FAILED, wrong.findings(), "", wrong.coverage(), 0))
                    .orElse(result);
        } catch (IOException e) {
            return new CheckResult(
                    checkId,
                    CheckOutcome.ERROR,
                    List.of(),
                    String.valueOf(e.getMessage()),
                    new CheckCoverage.None(),
                    0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CheckResult(checkId, CheckOutcome.ERROR, List.of(), "interrupted", new CheckCoverage.None(), 0);
        }
    }

    private Exercise room(String slug) {
        return house.rooms().stream()
                .filter(room -> room.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No room " + slug + " in " + house.exercises()));
    }

    @Override
    public void close() {
        if (open.isEmpty()) {
            return;
        }
        SortedMap<String, String> files = new TreeMap<>();
        List<ExerciseReport> reports =
                open.values().stream().map(ExerciseGrading::report).toList();
        open.values().forEach(grading -> files.putAll(grading.files()));
        Report report = house.report("exercises", reports, files);
        try {
            Path target = house.exercises().resolve("target/bouncer");
            Files.createDirectories(target);
            Files.writeString(target.resolve("report.json"), JsonReport.write(report));
            Files.writeString(target.resolve("report.html"), HtmlReport.write(report, files));
            String board = Board.write(report, "./mvnw test -Dexercise=SLUG");
            System.out.print(board);
            for (ExerciseGrading grading : open.values()) {
                grading.close();
            }
            house.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("Bouncer could not write its report: " + e.getMessage());
        }
    }
}
