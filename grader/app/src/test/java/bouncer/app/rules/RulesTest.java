package bouncer.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks small classes against the rules: ordinary student code passes, and every attempt to manipulate the grading is
 * refused.
 */
class RulesTest {
    private static final List<Exercise> EXERCISES = Catalogue.load(Path.of("../../exercises"));

    @TestFactory
    Stream<DynamicTest> honestCodeIsAllowed() {
        return Snippet.read("allowed.txt", EXERCISES).stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.title(),
                        () -> assertThat(messages(snippet)).as(snippet.code()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> attacksOnTheGradingAreRefused() {
        return Snippet.read("refused.txt", EXERCISES).stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.title(),
                        () -> assertThat(messages(snippet))
                                .as(snippet.code())
                                .anyMatch(message -> message.contains(snippet.expected()))));
    }

    @Test
    void aRefusalNamesTheLineAndTheReason() {
        Snippet snippet = Snippet.read("refused.txt", EXERCISES).get(0);
        Finding finding = judge(snippet).get(0);
        assertThat(finding).isInstanceOf(Finding.ForbiddenApi.class);
        assertThat(finding.toString()).contains("java.lang.System.exit may not be used in a submission.");
    }

    @Test
    void aClassThatOthersCannotUseIsRefused() {
        String body =
                " ThreadSafeCounter { public ThreadSafeCounter() {} public void increment() {} public void decrement() {}"
                        + " public long get() { return 0; } public long getAndReset() { return 0; } }";
        assertThat(refusals("class" + body)).hasSize(1).first().asString().contains("must be public");
        assertThat(refusals("public abstract class" + body))
                .hasSize(1)
                .first()
                .asString()
                .contains("created with new");
    }

    private static List<Finding> refusals(String type) {
        Exercise counter = EXERCISES.stream()
                .filter(exercise -> exercise.slug().equals("04-counter"))
                .findFirst()
                .orElseThrow();
        SortedMap<String, String> sources =
                new TreeMap<>(Map.of("counter.ThreadSafeCounter", "package counter; " + type));
        return Rules.look(MemoryCompiler.compile(sources), counter, name -> false)
                .findings();
    }

    private static List<String> messages(Snippet snippet) {
        return judge(snippet).stream().map(Finding::toString).toList();
    }

    /** Judges all code of a snippet, which no contract reaches. */
    private static List<Finding> judge(Snippet snippet) {
        return Rules.judge(
                Rules.parse(snippet.classes()),
                snippet.exercise(),
                AllowList.load(snippet.exercise().api().groups()));
    }
}
