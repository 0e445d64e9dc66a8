package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Exercise;
import bouncer.app.catalogue.SampleExercise;
import bouncer.checks.result.Location;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the name of the called method if no line is known to be wrong. */
class CalledMethodTest {
    private static final Collection<byte[]> CLASSES =
            OwnClasses.of(Map.of("c/Sum.java", """
            package c;
            class Sum {
                static long other() { return 1; }
                static long of(
                        int[] numbers) {
                    return numbers.length;
                }
            }
            """)).values();

    @Test
    void aContractOfOneMethodHasItsErrorsThere() {
        assertThat(CalledMethod.only(exercise("public static long of(int[])"), CLASSES))
                .hasValue("`of`, which begins at c/Sum.java:6, or a method that it calls");
    }

    @Test
    void ofSeveralNothingIsSaid() {
        assertThat(CalledMethod.only(exercise("public static long of(int[])", "public static long other()"), CLASSES))
                .isEmpty();
        assertThat(CalledMethod.only(exercise("public static long gone()"), CLASSES))
                .isEmpty();
    }

    @Test
    void aPlaceWhereAMethodBeginsIsItsCall() {
        assertThat(CalledMethod.at(new Location("c/Sum.java", 6), CLASSES))
                .hasValue("`of`, which begins at c/Sum.java:6");
        assertThat(CalledMethod.at(new Location("c/Sum.java", 5), CLASSES)).isEmpty();
        assertThat(CalledMethod.at(new Location("d/Sum.java", 6), CLASSES)).isEmpty();
    }

    private static Exercise exercise(String... members) {
        return SampleExercise.of("02-sum", "A sum", "c.Sum", members);
    }
}
