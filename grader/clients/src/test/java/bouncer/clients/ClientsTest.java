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
import bouncer.clients.run.ClientSearch;
import bouncer.clients.run.ClientSession;
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

    private ClientSession session(String kind) throws ClassNotFoundException {
        Class<?> main = Class.forName("bouncer.clients.Semaphores$" + kind);
        Program program = Program.of(
                main, "run", name -> name.startsWith("bouncer.clients.Sem") || name.contains("SmallSemaphore"));
        return new ClientSession(program, new Judge(contract));
    }

    private ClientSearch.@Nullable Failed reject(ClientSession session) {
        for (ClientScope scope : ClientScope.values()) {
            ClientSearch.Result result = new ClientSearch(session, scope, done -> {}).run();
            if (result instanceof ClientSearch.Failed failed) {
                return failed;
            }
            assertThat(result).isInstanceOf(ClientSearch.Passed.class);
        }
        return null;
    }

    @Test
    void aRightSemaphoreIsAccepted() throws Exception {
        try (ClientSession session = session("Right")) {
            assertThat(reject(session)).isNull();
        }
    }

    @Test
    void oneThatSleepsInsideACallIsAccepted() throws Exception {
        try (ClientSession session = session("Slow")) {
            assertThat(reject(session)).isNull();
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
        "Momentary, REFUSAL",
        "Lenient, EXCEPTION"
    })
    void aMistakeIsRejectedByTheClauseThatItBreaks(String kind, Clause clause) throws Exception {
        try (ClientSession session = session(kind)) {
            ClientSearch.Failed rejection = Objects.requireNonNull(reject(session));
            Objection objection = Objects.requireNonNull(rejection.objection());
            assertThat(objection.clause())
                    .as("%s: %s", new ClientText(contract).of(rejection.client()), objection.actual())
                    .isEqualTo(clause);
        }
    }

    @Test
    void staticStateOfAllObjectsIsFound() throws Exception {
        try (ClientSession session = session("Shared")) {
            assertThat(reject(session)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Racy", "Silent"})
    void theTokenOfARejectionReplaysIt(String kind) throws Exception {
        try (ClientSession session = session(kind)) {
            ClientSearch.Failed rejection = Objects.requireNonNull(reject(session));
            Replay replay =
                    session.replay(rejection.client(), rejection.failure().token());
            assertThat(replay.outcome()).isInstanceOf(Outcome.Failed.class);
            assertThat(Objects.requireNonNull(session.objection()).clause())
                    .isEqualTo(Objects.requireNonNull(rejection.objection()).clause());
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
