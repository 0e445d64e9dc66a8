package bouncer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowTest {
    @Test
    void aSentenceGoesOnInTheNextLineAndAPictureDoesNot() {
        String sentence = "  " + "word ".repeat(30) + "end";
        assertThat(Console.wrapped(sentence).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("  word").hasSizeLessThanOrEqualTo(80));
        assertThat(Console.wrapped(sentence).replaceAll("\\R *", " ")).isEqualTo(sentence);
        String picture = "|" + " ".repeat(100) + "|";
        assertThat(Console.wrapped(picture)).isEqualTo(picture);
        assertThat(Console.wrapped("x".repeat(100))).isEqualTo("x".repeat(100));
    }
}
