package bouncer.app.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bouncer.app.verdict.CheckReport;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationTest {
    @TempDir
    Path directory;

    private Expectation read(String text) throws IOException {
        return Expectation.read(Files.writeString(directory.resolve("expected.toml"), text));
    }

    private static CheckReport report(Phase phase, String id, CheckOutcome outcome, Fault fault) {
        List<Finding> findings =
                outcome == CheckOutcome.FAILED ? List.of(new Finding.ContractBroken(fault, "broken", null)) : List.of();
        return new CheckReport(
                phase, "", new CheckResult(id, outcome, findings, "", new CheckCoverage.None(), 0), 0, 1);
    }

    @Test
    void isMetByANamedCheckThatFailsForANamedFault() throws IOException {
        Expectation expected = read(
                "fault = [\"lost-update\", \"unlocked-read\"]\ncheck = [\"explore\", \"#counts\"]\nnote = \"n\"\n");
        assertTrue(expected.isMetBy(report(Phase.EXPLORE, "a.BChecks#any", CheckOutcome.FAILED, Fault.UNLOCKED_READ)));
        assertTrue(
                expected.isMetBy(report(Phase.CONTRACT, "a.BChecks#counts", CheckOutcome.FAILED, Fault.LOST_UPDATE)));
        assertTrue(expected.isMetBy(
                report(Phase.CONTRACT, "a.BChecks#counts[virtual]", CheckOutcome.FAILED, Fault.LOST_UPDATE)));
        assertFalse(expected.isMetBy(report(Phase.EXPLORE, "a.BChecks#any", CheckOutcome.FAILED, Fault.HANG)));
        assertFalse(
                expected.isMetBy(report(Phase.CONTRACT, "a.BChecks#other", CheckOutcome.FAILED, Fault.LOST_UPDATE)));
        assertFalse(expected.isMetBy(report(Phase.EXPLORE, "a.BChecks#any", CheckOutcome.ERROR, Fault.LOST_UPDATE)));
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        IOException unknown = assertThrows(
                IOException.class, () -> read("fault = [\"bad-luck\"]\ncheck = [\"explore\"]\nnote = \"n\"\n"));
        assertTrue(unknown.getMessage().contains("no fault is called \"bad-luck\""), unknown.getMessage());
        IOException kind = assertThrows(
                IOException.class, () -> read("fault = [\"hang\"]\ncheck = [\"explores\"]\nnote = \"n\"\n"));
        assertTrue(kind.getMessage().contains("neither a kind of check nor a #method"), kind.getMessage());
        IOException missing =
                assertThrows(IOException.class, () -> read("fault = [\"hang\"]\ncheck = [\"explore\"]\n"));
        assertTrue(missing.getMessage().contains("'note'"), missing.getMessage());
        IOException extra = assertThrows(
                IOException.class,
                () -> read("fault = [\"hang\"]\ncheck = [\"explore\"]\nnote = \"n\"\nfaults = []\n"));
        assertTrue(
                extra.getMessage().contains("expected.toml: unknown key 'faults'; known here: check, fault, note"),
                extra.getMessage());
    }

    @Test
    void readsTheNote() throws IOException {
        assertEquals(
                "why",
                read("fault = [\"hang\"]\ncheck = [\"timing\"]\nnote = \" why \"\n")
                        .note());
    }
}
