package bouncer.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.engine.schedule.ReplayScheduler.Deviation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @Test
    void theTextIsReadBack() {
        List<Deviation> deviations =
                List.of(new Deviation(0, 33), new Deviation(127, 1), new Deviation(1_000_000, 32 * 59 + 4));
        for (boolean plain : new boolean[] {false, true}) {
            for (boolean library : new boolean[] {false, true}) {
                for (int variation : new int[] {0, 7}) {
                    Token token = new Token(plain, library, variation, 0xBEEF, deviations);
                    assertThat(Token.parse(token.text())).isEqualTo(token);
                }
            }
        }
    }

    @Test
    void aScheduleWithoutDeviationsIsShort() {
        Token token = new Token(false, false, 0, 7, List.of());
        assertThat(token.text()).hasSizeLessThanOrEqualTo(4);
        assertThat(Token.parse(token.text())).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "not a token", "????", "AAAA"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Token.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
    }

    @Test
    void aTokenThatWasCutIsRefused() {
        String text = new Token(false, false, 0, 7, List.of(new Deviation(1_000, 3))).text();
        assertThatThrownBy(() -> Token.parse(text.substring(0, 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends too early");
    }
}
