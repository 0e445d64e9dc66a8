package bouncer.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void everyClientIsDrawnWithASignOfItsOwn() {
        assertThat(Timeline.SIGNS.chars().distinct().count())
                .isEqualTo(Timeline.SIGNS.length())
                .isGreaterThanOrEqualTo(DatabaseDemo.CLIENTS);
        assertThat(Timeline.SIGNS).doesNotContain(".", "|");
    }
}
