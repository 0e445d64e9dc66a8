package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Outcome;
import bouncer.checks.finding.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, from a file, with the keys and buttons that a reader has. */
class HtmlPageTest {
    private static final String FILE = "counter/ThreadSafeCounter.java";

    @TempDir
    private Path directory;

    @Test
    void aReaderStepsThroughTheRunAndBreaksTheClass() throws Exception {
        assumeTrue(Browser.isHere(), "no Chromium with its driver on this machine: the page was not tried");
        Path page = Files.writeString(
                directory.resolve("report.html"),
                HtmlReport.write(lostUpdate(), Map.of(FILE, "one\ntwo count++;\nthree")));
        try (Browser browser = Browser.open()) {
            browser.go(page);
            String said = "return document.querySelector('.stepper .said').textContent";
            assertThat(browser.run(said).asText()).startsWith("Before the first of 4");
            browser.run("document.querySelector('[data-go=forward]').click()");
            assertThat(browser.run(said).asText()).isEqualTo("Step 1 of 4: T1 reads count = 0");
            assertThat(browser.run("return document.querySelector('.lit').textContent")
                            .asText())
                    .contains("two count++;");
            browser.run("document.querySelector('.stepper').dispatchEvent(new KeyboardEvent('keydown', {key: 'End'}))");
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
        Finding finding = new Finding.WrongResult(
                Fault.LOST_UPDATE, "expected 2, but it is 1", new Location(FILE, 2), steps, "AAA");
        CheckResult result = new CheckResult(
                "c.Checks#noneIsLost", Outcome.FAILED, List.of(finding), "", new Coverage.Explored(1, false, -1), 3);
        ExerciseReport exercise = new ExerciseReport(
                "04-counter",
                "A counter",
                "",
                Verdict.REJECTED,
                List.of(new CheckReport("explore", "none is lost", result, 0, 5)));
        return new Report("ada", "00", new Origin("0.1.0", "17", 2, "none"), List.of(exercise));
    }

    private static Step step(String thread, Step.Kind kind, String verb, String value) {
        return new Step(thread, FILE, 2, verb + " count = " + value, kind, "count", value, -1, null, null);
    }
}
