package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultExplanationTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsExplained(Fault fault) {
        FaultExplanation lesson = FaultExplanation.of(fault);
        assertThat(lesson.title()).as("title of %s", fault.id()).isNotBlank().isNotEqualTo(fault.id());
        assertThat(lesson.what()).as("what of %s", fault.id()).endsWith(".");
        assertThat(lesson.why()).as("why of %s", fault.id()).endsWith(".");
        assertThat(lesson.see()).as("see of %s", fault.id()).isNotBlank();
    }
}
