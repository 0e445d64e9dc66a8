package bouncer.engine.classics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bouncer.engine.Event;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.CarrierKind;
import bouncer.engine.Outcome;
import bouncer.engine.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token is one schedule: a hundred replays in a row go the same way, whatever the threads run on. */
class ReplayTest {
    private static final int REPLAYS = 100;

    /** One failure of each kind. */
    static Stream<String> failures() {
        return Stream.of(
                "account",
                "wrongLock",
                "deadlock",
                "boundedBufferOneCondition",
                "spinsForEver",
                "storeBufferingByRelease");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aHundredReplaysTellTheSame(String program) {
        Limits limits = Limits.standard().withCarrier(CarrierKind.PARK);
        Failure failure = failure(program, limits);
        for (int i = 0; i < REPLAYS; i++) {
            assertThat(replayed(program, limits, failure)).isEqualTo(told(failure.trace()));
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachCarrierReplaysTheTokensOfTheOther(String program) {
        // From 21 on the build gives the flag that continuations need.
        assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
        Limits park = Limits.standard().withCarrier(CarrierKind.PARK);
        Limits continuations = Limits.standard().withCarrier(CarrierKind.CONTINUATION);
        Failure parked = failure(program, park);
        Failure continued = failure(program, continuations);
        assertThat(continued.token()).isEqualTo(parked.token());
        for (int i = 0; i < REPLAYS; i++) {
            assertThat(replayed(program, continuations, parked)).isEqualTo(told(parked.trace()));
        }
        assertThat(replayed(program, park, continued)).isEqualTo(told(continued.trace()));
    }

    private static Failure failure(String program, Limits limits) {
        Outcome outcome =
                Explorer.explore(ClassicsTable.program(program), limits).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    private static List<String> replayed(String program, Limits limits, Failure failure) {
        return told(Explorer.replay(ClassicsTable.program(program), limits, failure.token())
                .trace());
    }

    private static List<String> told(Trace trace) {
        return trace.events().stream().map(ReplayTest::told).toList();
    }

    private static String told(Event event) {
        return event.thread() + " " + event.words() + " at " + event.stack();
    }
}
