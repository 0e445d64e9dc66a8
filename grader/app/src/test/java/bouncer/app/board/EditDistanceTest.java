package bouncer.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', check, 5",
        "check, '', 5",
        "check, check, 0",
        "chek, check, 1",
        "chekc, check, 2",
        "kitten, sitting, 3",
        "grade, batch, 5"
    })
    void insertionsDeletionsAndReplacementsCount(String from, String to, int distance) {
        assertThat(EditDistance.between(from, to)).isEqualTo(distance);
        assertThat(EditDistance.between(to, from)).isEqualTo(distance);
    }
}
