package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that differ invisibly or far from their beginning. */
class ValuesTest {
    @Test
    void theSubjectStandsApartFromTheValues() {
        assertThat(values("two increments: expected 2, but it is 1", "2", "1"))
                .isEqualTo(new Values("two increments", "2", "1"));
        assertThat(values("two increments: expected 2, but it is -1", "2L", "-1L"))
                .isEqualTo(new Values("two increments", "2", "-1"));
    }

    @Test
    void lineEndsTabsAndTrailingBlanksAreVisible() {
        Values values = values("output: expected", "a\r\n\tb", "a \nb ");
        assertThat(values.expected()).isNull();
        Values shown = values("output: expected x, but it is y", "a\r\n\tb", "a \nb ");
        assertThat(shown.expected()).isEqualTo("a\\r\\n\\tb");
        assertThat(shown.actual()).isEqualTo("a·\\nb·");
    }

    @Test
    void ofLongTextsTheFirstDifferenceIsShownAndNoEmojiIsSplit() {
        String same = "\uD83D\uDC4B".repeat(60);
        Values values = values("text: expected x, but it is y", same + "!", same + "?");
        assertThat(values.expected()).startsWith("…").endsWith("!");
        assertThat(values.actual()).startsWith("…").endsWith("?");
        assertThat(values.expected().codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static Values values(String message, String expected, String actual) {
        return Values.of(
                new Finding.ContractBroken(Fault.WRONG_RESULT, message, null, expected, actual, List.of(), null));
    }
}
