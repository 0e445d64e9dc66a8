package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.sandbox.IsolationMode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks that pass the rules or run with laxer ones: a few of each layer; {@code .ci/hostile-drill} runs all. */
class DeepHostileTest {
    @TempDir
    private static Path home;

    @Test
    void eachLayerHoldsByItself() throws Exception {
        AtomicInteger count = new AtomicInteger();
        HostileDrill drill = new HostileDrill(home, IsolationMode.AUTO);
        assertThat(drill.run(Attack::isBrief, (attack, outcome) -> count.incrementAndGet()))
                .isEmpty();
        assertThat(count).as("attacks tried").hasValueGreaterThan(15);
    }
}
