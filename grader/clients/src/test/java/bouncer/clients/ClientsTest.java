package bouncer.clients;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Catalogue;
import bouncer.clients.judge.Judge;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.ClientText;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Exploration;
import bouncer.engine.Failure;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients that follow from a specification accept what is right and reject each mistake by the clause it breaks. */
class ClientsTest {
    private final ObjectContract<Object, Object> contract = contract();

    @SuppressWarnings("unchecked") // objects and states are only passed back to the specification
    private static ObjectContract<Object, Object> contract() {
        ObjectContract<SmallSemaphore, Integer> semaphore = new ObjectContract<>();
        new SemaphoreSpecification(SmallSemaphore::new).define(semaphore);
        return (ObjectContract<Object, Object>) (ObjectContract<?, ?>) semaphore;
    }

    /** The first client that fails, and how. */
    private record Rejection(
            Client client, Failure failure, @Nullable Objection objection) {}

    private ClientSession session(String kind) throws ClassNotFoundException {
        Class<?> main = Class.forName("bouncer.clients.Semaphores$" + kind);
        Program program = Program.of(
                main, "run", name -> name.startsWith("bouncer.clients.Sem") || name.contains("SmallSemaphore"));
        return new ClientSession(program, new Judge(contract));
    }

    private @Nullable Rejection reject(ClientSession session, int most) {
        for (ClientScope scope : ClientScope.values()) {
            for (Catalogue.Group group : Catalogue.of(contract, scope)) {
                int run = 0;
                for (Client client : group.clients()) {
                    Exploration found = session.explore(client, group.executions());
                    if (found.outcome() instanceof Outcome.Failed failed) {
                        return new Rejection(client, failed.failure(), session.objection());
                    }
                    assertThat(found.outcome()).as("%s", client).isInstanceOf(Outcome.Passed.class);
                    if (++run == most) {
                        break;
                    }
                }
            }
        }
        return null;
    }

    @Test
    void aRightSemaphoreIsAccepted() throws Exception {
        try (ClientSession session = session("Right")) {
            assertThat(reject(session, 100)).isNull();
        }
    }

    @Test
    void oneThatSleepsInsideACallIsAccepted() throws Exception {
        try (ClientSession session = session("Slow")) {
            session.mayNap(2_000_000);
            assertThat(reject(session, 20)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Generous, EXCLUSION",
        "Stingy, REFUSAL",
        "Silent, WAKE_UP",
        "Swallowing, REFUSAL",
        "Hasty, TIME",
        "Deaf, INTERRUPT",
        "Spinning, SLEEP",
        "Polling, POLLING",
        "Racy, EXCLUSION",
        "Momentary, ATOMICITY",
        "Lenient, EXCEPTION"
    })
    void aMistakeIsRejectedByTheClauseThatItBreaks(String kind, Clause clause) throws Exception {
        try (ClientSession session = session(kind)) {
            Rejection rejection = Objects.requireNonNull(reject(session, 1_000));
            Objection objection = Objects.requireNonNull(rejection.objection);
            assertThat(objection.clause())
                    .as("%s: %s", new ClientText(contract).of(rejection.client), objection.actual())
                    .isEqualTo(clause);
        }
    }

    @Test
    void staticStateOfAllObjectsIsFound() throws Exception {
        try (ClientSession session = session("Shared")) {
            assertThat(reject(session, 1_000)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Racy", "Silent"})
    void theTokenOfARejectionReplaysIt(String kind) throws Exception {
        try (ClientSession session = session(kind)) {
            Rejection rejection = Objects.requireNonNull(reject(session, 1_000));
            Replay replay = session.replay(rejection.client, rejection.failure.token());
            assertThat(replay.outcome()).isInstanceOf(Outcome.Failed.class);
            assertThat(Objects.requireNonNull(session.objection()).clause())
                    .isEqualTo(Objects.requireNonNull(rejection.objection).clause());
        }
    }

    @Test
    void theClientsAreTheSameInEveryRun() {
        List<Object> one = new ArrayList<>();
        List<Object> other = new ArrayList<>();
        for (ClientScope scope : ClientScope.values()) {
            one.addAll(Catalogue.of(contract, scope));
            other.addAll(Catalogue.of(contract(), scope));
        }
        assertThat(one).isEqualTo(other).isNotEmpty();
    }

    @Test
    void aClientIsShownAsAProgram() {
        Client client = Catalogue.of(contract, ClientScope.TOGETHER).stream()
                .filter(group -> group.name().equals("two calls at the same time"))
                .findFirst()
                .orElseThrow()
                .clients()
                .get(0);
        assertThat(new ClientText(contract).of(client))
                .startsWith("new CountingSemaphore(")
                .contains("{ T1: acquire() beside T2: ")
                .endsWith("T3: availablePermits()");
    }
}
