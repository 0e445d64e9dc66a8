package processes;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;

@Exercise("03-process")
class ChildProcessChecks {

    @Contract(points = 9)
    void returnsOutputAndExitCode() throws Exception {
        ChildProcess.Result result = ChildProcess.run(Children.Echo.class, "gr\u00fc\u00df dich \ud83d\udc4b");
        assertThat(result.output()).isEqualTo("gr\u00fc\u00df dich \ud83d\udc4b");
        assertThat(result.exitCode()).isEqualTo(7);
    }
}
