package bouncer.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Event;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trace says, of programs that fail. */
class WordingTest {
    private static List<String> words(String method) {
        Outcome outcome = Explorer.explore(Program.of(FailingPrograms.class, method), Limits.standard())
                .outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        return failure.trace().events().stream()
                .map(event -> event.thread() + " " + event.words())
                .toList();
    }

    @Test
    void accessesNameTheFieldAndItsValue() {
        assertThat(words("lostUpdate"))
                .contains("T1 reads count = 0", "T2 reads count = 0", "T1 writes count = 1", "T2 writes count = 1")
                .startsWith("main starts T1", "main starts T2");
    }

    @Test
    void waitsNameWhatIsWaitedForAndItsHolder() {
        assertThat(words("deadlock"))
                .contains("T1 locks first", "T2 locks second", "T2 waits for the monitor of first, held by T1");
    }

    @Test
    void aLostWakeUpIsWaitedForWithoutAHolder() {
        assertThat(words("lostWakeUp")).contains("T1 waits on first", "T1 waits for a notify of first");
    }

    @Test
    void callsHaveArgumentsResultsAndRemarks() {
        assertThat(words("queue")).contains("main queue.poll() → null");
        assertThat(words("permits")).containsExactly("main waits for permits.acquire()");
    }

    @Test
    void parkingThreadsSayWhatEndsIt() {
        assertThat(words("parked")).contains("main waits for an unpark").doesNotContain("main passes park");
    }

    @Test
    void eventsKeepTheirKinds() {
        Outcome outcome = Explorer.explore(Program.of(FailingPrograms.class, "deadlock"), Limits.standard())
                .outcome();
        List<Event> events = ((Outcome.Failed) outcome).failure().trace().events();
        assertThat(events).extracting(Event::kind).contains(Event.Kind.START, Event.Kind.LOCK, Event.Kind.JOIN);
        assertThat(events).extracting(Event::index).isSorted().doesNotHaveDuplicates();
    }
}
