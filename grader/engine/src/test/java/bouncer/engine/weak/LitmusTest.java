package bouncer.engine.weak;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine with store buffers may show is seen, and nothing else; whatever is left out of the search. */
class LitmusTest {
    @ParameterizedTest
    @CsvSource({
        "crossedReleases, 00 01 10 11",
        "crossedOpaques, 00 01 10 11",
        "crossedLazySets, 00 01 10 11",
        "crossedWithReleaseFences, 00 01 10 11",
        "crossedReleaseAndVolatile, 00 01 10 11",
        "crossedVolatiles, 01 10 11",
        "crossedWithFullFences, 01 10 11",
        "crossedWithUpdates, 01 10 11",
        "crossedWithVolatileStores, 01 10 11",
        "crossedWithMonitors, 01 10 11",
        "crossedWithUnparks, 01 10 11",
        "crossedWithinMonitors, 01 10 11",
        "messageByReleases, 00 01 11",
        "messageByOpaqueThenRelease, 00 01 11",
        "messageByReleaseThenOpaque, 00 01 10 11",
        "messageByOpaques, 00 01 10 11",
        "messageByOpaquesWithFence, 00 01 11",
        "messageOfPlainData, 1 2",
        "sameVariable, 00 01 02",
        "ownStores, 11 12 22",
        "twoWriters, 12 21 22",
        "anEmptyQueueDrainsNothing, 00 01 10 11",
        "aPollThatTakesDrains, 01 10 11",
        "plainStoresComeAfter, 2",
        "waitsForAStore, 11",
        "weakUpdate, 00 11",
        "weakUpdateOfAField, 00 11",
        "weakUpdateTriedAgain, 2",
        "weakUpdateTriedTwice, 1 2",
    })
    void showsWhatBuffersShow(String program, String outcomes) {
        for (Policy policy : new Policy[] {Policy.SLEEP_SETS, Policy.DPOR, Policy.PORTFOLIO}) {
            Outcomes.take();
            Exploration exploration = Explorer.explore(
                    Program.of(Litmus.class, program, name -> name.equals(Litmus.class.getName())),
                    Limits.standard().withPolicy(policy));
            assertThat(exploration.outcome()).as("%s", policy).isEqualTo(new Outcome.Passed());
            assertThat(exploration.coverage()).as("%s", policy).isInstanceOf(Coverage.Complete.class);
            assertThat(String.join(" ", Outcomes.take())).as("%s", policy).isEqualTo(outcomes);
        }
    }
}
