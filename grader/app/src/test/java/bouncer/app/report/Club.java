package bouncer.app.report;

import bouncer.app.diagnosis.Diagnosed;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import java.util.List;

/** A report with an exercise for each kind of verdict. */
final class Club {
    private static final String COUNTER = "counter/ThreadSafeCounter.java";
    private static final String BANK = "bank/BankAccount.java";

    private Club() {}

    static Report report() {
        return report(List.of(
                accepted(), lostUpdate(), deadlock(), doesNotCompile(), notStarted(), inconclusive(), harnessError()));
    }

    static Report report(List<ExerciseReport> exercises) {
        return new Report(
                "ada", "0123456789abcdef".repeat(4), new Origin("0.1.0", "17.0.15+6", 2, "process only"), exercises);
    }

    static ExerciseReport accepted() {
        return exercise(
                "01-two-tasks",
                "Two tasks at once",
                true,
                passed(Phase.CONTRACT, "both tasks run", 3),
                passed(Phase.EXPLORE, "both are in progress at once", 5));
    }

    static ExerciseReport lostUpdate() {
        List<Step> steps = List.of(
                new Step("T1", COUNTER, 12, "reads count = 0"),
                new Step("T2", COUNTER, 12, "reads count = 0"),
                new Step("T2", COUNTER, 12, "writes count = 1"),
                new Step("T1", COUNTER, 12, "writes count = 1"));
        return exercise(
                "04-counter",
                "A thread-safe counter",
                true,
                passed(Phase.CONTRACT, "starts at zero", 5),
                failed(
                        Phase.EXPLORE,
                        "no increment is lost",
                        10,
                        new Finding.WrongResult(
                                Fault.LOST_UPDATE,
                                "Two threads incremented once each; the counter says 1, not 2.",
                                new Location(COUNTER, 12),
                                steps,
                                "b1.AbCdEf0123")));
    }

    static ExerciseReport deadlock() {
        return exercise(
                "05-bank-account",
                "A bank account",
                true,
                passed(Phase.CONTRACT, "deposit adds", 4),
                failed(
                        Phase.EXPLORE,
                        "opposite transfers end",
                        11,
                        new Finding.Deadlock(
                                Fault.LOCK_ORDER_DEADLOCK,
                                "2 threads wait for each other in a cycle",
                                new Location(BANK, 31),
                                List.of(
                                        new WaitingThread(
                                                "T1",
                                                "the monitor of BankAccount#2 held by T2",
                                                "T2",
                                                new Location(BANK, 31)),
                                        new WaitingThread(
                                                "T2",
                                                "the monitor of BankAccount#1 held by T1",
                                                "T1",
                                                new Location(BANK, 31))))));
    }

    static ExerciseReport doesNotCompile() {
        Finding finding = new Finding.Unusable(
                Fault.DOES_NOT_COMPILE,
                "mutex/Mutex.java:9: error: ';' expected\n    private boolean held\n                        ^\n"
                        + "mutex/Mutex.java:14: error: cannot find symbol\n  symbol: variable owner\n"
                        + "and so on ".repeat(40),
                new Location("mutex/Mutex.java", 9));
        return exercise(
                "06-mutex",
                "A mutex",
                true,
                failed(Phase.COMPILE, "the rules of the exercise", 0, finding),
                skipped(Phase.CONTRACT, "lock and unlock", 15, "not judged, because the class cannot be used yet"));
    }

    static ExerciseReport notStarted() {
        return exercise(
                "07-semaphore",
                "A counting semaphore",
                false,
                skipped(
                        Phase.CONTRACT,
                        "permits are counted",
                        15,
                        "not started: open exercises/07-semaphore/src/main/java/x"));
    }

    static ExerciseReport inconclusive() {
        return exercise(
                "02-parallel-sum",
                "A parallel sum",
                true,
                passed(Phase.CONTRACT, "the sum is exact", 4),
                result(
                        Phase.STRESS,
                        "concurrent calls do not mix",
                        4,
                        CheckOutcome.INCONCLUSIVE,
                        "needs two processors, there is one"));
    }

    static ExerciseReport harnessError() {
        return exercise(
                "03-process",
                "A child process",
                true,
                result(
                        Phase.CONTRACT,
                        "exit codes are passed on",
                        9,
                        CheckOutcome.ERROR,
                        "No worker process could be had: disk full"));
    }

    private static ExerciseReport exercise(String slug, String title, boolean started, CheckReport... checks) {
        return Diagnosed.of(
                Judge.report(slug, title, "exercises/" + slug + "/src/main/java", started, List.of(checks)));
    }

    private static CheckReport passed(Phase phase, String title, int points) {
        return result(phase, title, points, CheckOutcome.PASSED, "");
    }

    private static CheckReport skipped(Phase phase, String title, int points, String why) {
        return result(phase, title, points, CheckOutcome.SKIPPED, why);
    }

    private static CheckReport failed(Phase phase, String title, int points, Finding finding) {
        return report(phase, title, points, CheckOutcome.FAILED, List.of(finding), "");
    }

    private static CheckReport result(Phase phase, String title, int points, CheckOutcome outcome, String note) {
        return report(phase, title, points, outcome, List.of(), note);
    }

    private static CheckReport report(
            Phase phase, String title, int points, CheckOutcome outcome, List<Finding> findings, String note) {
        CheckCoverage coverage =
                phase == Phase.EXPLORE ? new CheckCoverage.Explored(942, true, null) : new CheckCoverage.None();
        String id = "club.Checks#" + title.replace(' ', '_');
        return Judge.score(phase, title, points, new CheckResult(id, outcome, findings, note, coverage, 12));
    }
}
