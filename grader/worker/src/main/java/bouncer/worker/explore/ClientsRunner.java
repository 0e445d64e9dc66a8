package bouncer.worker.explore;

import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Specification;
import bouncer.clients.generate.ClientName;
import bouncer.clients.history.CallRecord;
import bouncer.clients.judge.Judge;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.ClientText;
import bouncer.clients.run.ClientSearch;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Failure;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import bouncer.worker.explore.ExplorationRunner.Answer;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.VisibleJdk;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Explores the clients that are generated from a specification, the smallest first, until one fails. Used by one
 * thread.
 */
public final class ClientsRunner implements ExploredCheck {
    private final Class<?> specification;
    private final ClientScope scope;
    private final CheckInfo info;
    private final FailureTranslator blame;
    private final TraceTranslator story;
    private final Program program;

    /**
     * Prepares an exploration.
     *
     * @param specification a class that implements {@link Specification}; not instrumented
     * @param files finds the classes of the checks and of the submission
     * @param jdk the JDK classes that the submission may link to
     */
    public ClientsRunner(
            Class<?> specification,
            ClientScope scope,
            CheckInfo info,
            FailureTranslator blame,
            ClassFiles files,
            VisibleJdk jdk) {
        this.specification = specification;
        this.scope = scope;
        this.info = info;
        this.blame = blame;
        this.story = new TraceTranslator(blame.code()::owns);
        SpecificationEntryPoint entry = new SpecificationEntryPoint(specification.getName());
        this.program = new Program(
                entry.className(), "run", new CodeSource(files, jdk, entry), ClientsRunner.class.getClassLoader());
    }

    @SuppressWarnings("unchecked") // objects and states are only passed back to the specification that they come from
    private ObjectContract<Object, Object> contract() {
        try {
            Constructor<?> constructor = specification.getDeclaredConstructor();
            constructor.setAccessible(true);
            ObjectContract<Object, Object> contract = new ObjectContract<>();
            ((Specification<Object, Object>) constructor.newInstance()).define(contract);
            return contract;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(specification.getName() + " cannot be created", e);
        }
    }

    @Override
    public Answer explore() {
        CheckContext.declare(info.fault());
        CheckContext.exploring(true);
        try (ClientSession session = new ClientSession(program, new Judge(contract()))) {
            ClientSearch.Result result = new ClientSearch(session, scope, CheckContext::record).run();
            if (result instanceof ClientSearch.Failed failed) {
                return failed(session, failed.client(), failed.name(), failed.failure());
            }
            return result instanceof ClientSearch.NotExplored not
                    ? new Answer(CheckOutcome.INCONCLUSIVE, null, "Not explored: " + not.reason())
                    : new Answer(CheckOutcome.PASSED, null, "");
        } finally {
            CheckContext.exploring(false);
        }
    }

    private Answer failed(ClientSession session, Client client, ClientName name, Failure failure) {
        Failure known = failure.withToken(name.text() + "." + failure.token());
        Objection objection = session.objection();
        Finding finding = failure instanceof Failure.Rejected && objection != null
                ? finding(session.contract(), client, objection, known)
                : new FindingFactory(info, story, blame).of(known);
        return new Answer(CheckOutcome.FAILED, finding, "");
    }

    private Finding finding(
            ObjectContract<Object, Object> contract, Client client, Objection objection, Failure failure) {
        ClientText text = new ClientText(contract);
        CallRecord call = objection.call();
        boolean several = client.objects().size() > 1;
        String who = call == null
                ? ""
                : ClientText.name(call.call().thread()) + "'s " + text.call(call.call(), several) + " ";
        String what = who
                + (objection.expected().isEmpty() ? "" : "must " + objection.expected() + "; ")
                + objection.actual();
        return new Finding.ContractBroken(
                contract.faultOf(objection.clause()),
                what + ". The calls: " + text.of(client),
                story.last(failure.trace()),
                objection.expected().isEmpty() ? null : objection.expected(),
                objection.actual(),
                story.steps(failure.trace()),
                failure.token());
    }

    @Override
    public Answer replay(String token) {
        CheckContext.declare(info.fault());
        CheckContext.exploring(true);
        try {
            int dot = token.indexOf('.');
            ObjectContract<Object, Object> contract = contract();
            ClientName name = dot < 0 ? null : ClientName.parse(scope, token.substring(0, dot));
            Client client = name == null ? null : name.client(contract);
            if (name == null || client == null) {
                return new Answer(CheckOutcome.INCONCLUSIVE, null, "Not a token of this check: " + token);
            }
            try (ClientSession session = new ClientSession(program, new Judge(contract))) {
                ClientSearch.calibrate(session);
                Replay replay = session.replay(client, token.substring(dot + 1));
                CheckContext.record(new CheckCoverage.Clients(1, 1));
                if (replay.outcome() instanceof Outcome.Failed failed) {
                    return failed(session, client, name, failed.failure());
                }
                return new Answer(CheckOutcome.PASSED, null, "This schedule no longer fails");
            }
        } catch (IllegalArgumentException e) {
            return new Answer(CheckOutcome.INCONCLUSIVE, null, Objects.requireNonNull(e.getMessage()));
        } finally {
            CheckContext.exploring(false);
        }
    }

    @Override
    public Answer walk(List<String> decisions, Consumer<ChoicePoint> reached) {
        return new Answer(CheckOutcome.INCONCLUSIVE, null, "Generated clients have no schedule to choose by hand");
    }
}
