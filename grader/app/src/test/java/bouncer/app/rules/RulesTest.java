package bouncer.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules against small classes: what students honestly write passes, every way around the judge is refused. */
class RulesTest {
    private static final List<Exercise> ROOMS = Catalogue.load(Path.of("../../exercises"));

    @TestFactory
    Stream<DynamicTest> honestCodeIsAllowed() {
        return Snippet.read("allowed.txt", ROOMS).stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.title(),
                        () -> assertThat(messages(snippet)).as(snippet.code()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> waysAroundTheJudgeAreRefused() {
        return Snippet.read("refused.txt", ROOMS).stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.title(),
                        () -> assertThat(messages(snippet))
                                .as(snippet.code())
                                .anyMatch(message -> message.contains(snippet.told()))));
    }

    @Test
    void aRefusalNamesTheLineAndTheReason() {
        Snippet snippet = Snippet.read("refused.txt", ROOMS).get(0);
        Finding finding = Rules.look(snippet.classes(), snippet.room(), name -> false)
                .findings()
                .get(0);
        assertThat(finding).isInstanceOf(Finding.ForbiddenApi.class);
        assertThat(finding.toString()).contains("java.lang.System.exit may not be used in a submission.");
    }

    private static List<String> messages(Snippet snippet) {
        return Rules.look(snippet.classes(), snippet.room(), name -> false).findings().stream()
                .map(Finding::toString)
                .toList();
    }
}
