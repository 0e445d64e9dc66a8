package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.diagnosis.Diagnosed;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the page in a real browser, from a file, with keys and buttons. */
class HtmlPageTest {
    private static final String FILE = "counter/ThreadSafeCounter.java";

    @TempDir
    private Path directory;

    @Test
    void aReaderStepsThroughTheRunAndBreaksTheClass() throws Exception {
        Path program = program();
        Path page = Files.writeString(
                directory.resolve("report.html"),
                HtmlReport.write(lostUpdate(), Map.of(FILE, "one\ntwo count++;\nthree")));
        try (Browser browser = Browser.open(program, directory.resolve("profile"))) {
            browser.go(page);
            String said = "return document.querySelector('.stepper .said').textContent";
            assertThat(browser.run(said).asText()).isEqualTo("Step 1 of 4: T1 reads count = 0");
            String later = "return document.querySelectorAll('tr.later').length";
            assertThat(browser.run(later).asInt())
                    .as("greyed before the reader moves")
                    .isZero();
            browser.run("document.querySelector('[data-go=forward]').click()");
            assertThat(browser.run(later).asInt()).isEqualTo(2);
            browser.run("document.querySelector('[data-go=back]').click()");
            assertThat(browser.run("return document.querySelector('.lit').textContent")
                            .asText())
                    .contains("two count++;");
            browser.run("document.querySelector('.stepper').focus()");
            browser.press("End");
            assertThat(browser.run(said).asText()).isEqualTo("Step 4 of 4: T2 writes count = 1");
            assertThat(browser.run("return document.querySelector('.state').textContent")
                            .asText())
                    .contains("count= 1");
            browser.run("document.querySelector('[data-go=back]').click()");
            assertThat(browser.run(said).asText()).startsWith("Step 3 of 4");

            String judge = "return document.querySelector('.scheduler .said').textContent";
            choose(browser, "T1", "T1", "T2", "T2");
            assertThat(browser.run(judge).asText()).startsWith("It held: count = 2");
            browser.run("document.querySelector('[data-again]').click()");
            choose(browser, "T1", "T2", "T2", "T1");
            assertThat(browser.run(judge).asText())
                    .startsWith("You broke it: count = 1; one after the other gives count = 2");

            String background = "return getComputedStyle(document.body).backgroundColor";
            browser.prefer("light");
            String light = browser.run(background).asText();
            browser.prefer("dark");
            assertThat(browser.run(background).asText()).isNotEqualTo(light);
            assertThat(browser.console())
                    .as("what the page wrote to the console")
                    .isEmpty();
        }
    }

    @Test
    void theJudgeKnowsADeadlockAndASleeperAndWhatItCannotKnow() throws Exception {
        Path program = program();
        Path deadlock = page(
                "deadlock.html",
                List.of(
                        locking("T2", "b"),
                        locking("T1", "a"),
                        waiting("T1", "the monitor of b"),
                        waiting("T2", "the monitor of a")));
        Path asleep = page(
                "asleep.html",
                List.of(
                        step("T2", Step.Kind.READ, "reads", "0"),
                        waiting("T2", "a notify of a"),
                        step("T1", Step.Kind.WRITE, "writes", "1")));
        try (Browser browser = Browser.open(program, directory.resolve("profile"))) {
            String judge = "return document.querySelector('.scheduler .said').textContent";
            browser.go(deadlock);
            assertThat(browser.run(
                                    "return [...document.querySelectorAll('.lanes th')].map(th => th.textContent).join()")
                            .asText())
                    .isEqualTo("#,T1,T2");
            choose(browser, "T1", "T2");
            assertThat(browser.run(judge).asText()).startsWith("You broke it: no thread can continue");
            browser.run("document.querySelector('[data-again]').click()");
            choose(browser, "T1", "T1");
            assertThat(browser.run(judge).asText()).startsWith("T1 gets b here, for which it waited");
            browser.go(asleep);
            choose(browser, "T2", "T2", "T1");
            assertThat(browser.run(judge).asText()).startsWith("You broke it: no thread can continue");
            browser.run("document.querySelector('[data-again]').click()");
            choose(browser, "T1", "T2");
            assertThat(browser.run(judge).asText()).startsWith("T2 reads count = 1 here, and read 0 in the recorded");
            assertThat(browser.console())
                    .as("what the pages wrote to the console")
                    .isEmpty();
        }
    }

    private static Path program() {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "no Chromium on this machine: the page was not tested");
        return program.orElseThrow();
    }

    private Path page(String name, List<Step> steps) throws Exception {
        return Files.writeString(directory.resolve(name), HtmlReport.write(report(steps)));
    }

    private static Step locking(String thread, String lock) {
        return new Step(thread, FILE, 2, "locks " + lock, Step.Kind.LOCK, lock, null, -1, null, null);
    }

    private static Step waiting(String thread, String what) {
        return new Step(thread, FILE, 2, "waits for " + what, Step.Kind.WAIT, "a", null, -1, what, null);
    }

    private static void choose(Browser browser, String... threads) throws Exception {
        for (String thread : threads) {
            browser.run("document.querySelector('[data-thread=" + thread + "]').click()");
        }
    }

    private static Report lostUpdate() {
        List<Step> steps = List.of(
                step("T1", Step.Kind.READ, "reads", "0"),
                step("T2", Step.Kind.READ, "reads", "0"),
                step("T1", Step.Kind.WRITE, "writes", "1"),
                step("T2", Step.Kind.WRITE, "writes", "1"));
        return report(steps);
    }

    private static Report report(List<Step> steps) {
        Finding finding = new Finding.WrongResult(
                Fault.LOST_UPDATE, "expected 2, but it is 1", new Location(FILE, 2), steps, "AAA");
        CheckResult result = new CheckResult(
                "c.Checks#noneIsLost",
                CheckOutcome.FAILED,
                List.of(finding),
                "",
                new CheckCoverage.Explored(1, false, null),
                3);
        ExerciseReport exercise = new ExerciseReport(
                "04-counter",
                "A counter",
                "",
                Verdict.REJECTED,
                List.of(new CheckReport(Phase.EXPLORE, "none is lost", result, 0, 5)));
        return new Report("ada", "00", new Origin("0.1.0", "17", 2, "none"), List.of(Diagnosed.of(exercise)));
    }

    private static Step step(String thread, Step.Kind kind, String verb, String value) {
        return new Step(thread, FILE, 2, verb + " count = " + value, kind, "count", value, -1, null, null);
    }
}
