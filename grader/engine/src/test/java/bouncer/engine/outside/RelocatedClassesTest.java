package bouncer.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.CarrierKind;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.programs.PipePrograms;
import bouncer.engine.programs.RelocatedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedules of relocated classes of the JDK are searched like those of the program's own classes. */
@Timeout(60)
class RelocatedClassesTest {
    private static Exploration explore(String name) {
        return Explorer.explore(Program.of(Piping.class, name), Limits.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordered", "theWriterDies", "extended"})
    void isRightInEverySchedule(String name) {
        Exploration exploration = explore(name);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @Test
    void messagesOfTwoWritersMix() {
        Failure failure = ((Outcome.Failed) explore("messagesMix").outcome()).failure();
        assertThat(((Failure.Threw) failure).thrown()).hasMessage("mixed");
    }

    @Test
    void aRaceForWhatThePipeIsGivenIsTheProgramsOwn() {
        assertThat(((Outcome.Failed) explore("arrayRaces").outcome()).failure()).isInstanceOf(Failure.DataRace.class);
    }

    /** Its weak stores are made volatile. In some schedules its loops take more steps than an execution may have, so it is sampled. */
    @Test
    void aPublisherIsControlledAndHasNoWeakAccesses() {
        Exploration exploration = Explorer.explore(
                Program.of(Piping.class, "published"), Limits.standard().withExecutions(1_000));
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.counts().weak()).isZero();
    }

    /**
     * As many different schedules, below 0 if they are a sample because of short limits of time, on either carrier, and on each
     * JDK that the tests run on.
     */
    @ParameterizedTest
    @CsvSource({
        "PipePrograms,bytesFromOneToTheOther,73",
        "PipePrograms,twoReaders,4",
        "PipePrograms,closedByItsReader,3",
        "RelocatedPrograms,leadersAndFollowers,-8",
        "RelocatedPrograms,observers,3"
    })
    void theSameSchedulesEverywhere(String type, String name, int schedules) {
        Class<?> programs = type.equals("PipePrograms") ? PipePrograms.class : RelocatedPrograms.class;
        for (CarrierKind carrier : new CarrierKind[] {CarrierKind.PARK, CarrierKind.BEST}) {
            Limits limits = Limits.standard().withPolicy(Policy.DPOR).withCarrier(carrier);
            Program program = Program.of(programs, name, each -> each.startsWith(programs.getPackageName() + "."));
            assertThat(Explorer.explore(program, limits).coverage())
                    .isEqualTo(schedules < 0 ? new Coverage.Sampled(-schedules) : new Coverage.Complete(schedules));
        }
    }
}
