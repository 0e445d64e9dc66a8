package bouncer.checks.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CutTest {
    @Test
    void whateverIsCutCanBeWrittenAsUtf8() throws CharacterCodingException {
        String text = "a🧵🧵b🧵".repeat(20);
        for (int most = 1; most < text.length(); most++) {
            String cut = Cut.to(most, text);
            assertThat(StandardCharsets.UTF_8
                            .newEncoder()
                            .encode(CharBuffer.wrap(cut))
                            .remaining())
                    .isPositive();
            assertThat(text).startsWith(cut.replace(" …", ""));
            assertThat(cut).endsWith(" …").hasSizeBetween(most + 1, most + 2);
        }
    }

    @Test
    void whatIsShortEnoughStaysAsItIs() {
        assertThat(Cut.to(4, "🧵🧵")).isEqualTo("🧵🧵");
    }
}
