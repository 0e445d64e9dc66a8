package bouncer.engine.unwinding;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.CarrierKind;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.schedule.RandomScheduler;
import bouncer.engine.search.PolicyTrial;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An execution ends all its threads, whatever they catch. The time limit is there only so that a hang is reported as one.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnwindingTest {
    private static final int EXECUTIONS = 30;

    static Stream<String> programs() {
        return Arrays.stream(Stubborn.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class
                        && method.getParameterCount() == 0
                        && !method.isSynthetic()
                        && !method.getName().equals("waitForEver"))
                .map(method -> method.getName())
                .sorted();
    }

    private static Program program(String name) {
        return Program.of(Stubborn.class, name);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noThreadIsLeftBehind(String name) {
        try (PolicyTrial runs = new PolicyTrial(program(name), Limits.standard().withCarrier(CarrierKind.PARK))) {
            RandomScheduler walk = new RandomScheduler(1, EXECUTIONS);
            for (int i = 0; i < EXECUTIONS; i++) {
                runs.run(walk, false);
            }
            assertThat(carriers()).isLessThan(EXECUTIONS / 2);
        }
    }

    /** Threads of ours that live; each execution needs five at most, and they are used again. */
    private static long carriers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("bouncer-carrier"))
                .filter(Thread::isAlive)
                .count();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void itIsFoundToBeStuck(String name) {
        Outcome outcome = Explorer.explore(program(name), Limits.standard().withExecutions(200))
                .outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).failure())
                .isInstanceOfAny(Failure.Hang.class, Failure.Livelock.class, Failure.Deadlock.class);
    }
}
