package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a grading service. The guard of all test classes looks for processes that it leaves behind. */
class GradingServiceTest {
    @TempDir
    private Path home;

    @Test
    void aClosedServiceStartsNothing() throws Exception {
        GradingService service = GradingService.open(TestHome.make(home.resolve("project")));
        service.warmUp();
        service.close();
        assertThatThrownBy(service::warmUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
