package bouncer.worker.explore;

import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Specification;
import bouncer.clients.generate.Catalogue;
import bouncer.clients.generate.ClientName;
import bouncer.clients.history.CallRecord;
import bouncer.clients.judge.Judge;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.ClientText;
import bouncer.clients.run.ClientMinimizer;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Exploration;
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
    /** The calls of instrumented code into the engine, in all executions together: a class with big tables has many. */
    private static final long WORK = 40_000_000;
    /** How many clients the engine may fail to control before it is no use to go on. */
    private static final int MOST_LEFT = 10;
    /** How long a call may sleep by itself; the first that suffices for single calls is taken. */
    private static final long[] NAPS = {0, 2_000_000, 20_000_000, 200_000_000, 2_000_000_000};

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
        ObjectContract<Object, Object> contract = contract();
        long executions = 0;
        long work = 0;
        int clients = 0;
        int left = 0;
        String unexplored = "";
        try (ClientSession session = new ClientSession(program, new Judge(contract))) {
            calibrate(session, contract);
            int index = 0;
            for (Catalogue.Group group : Catalogue.of(contract, scope)) {
                long end = executions + group.budget();
                int first = index;
                index += group.clients().size();
                for (int i = 0; i < group.clients().size() && executions < end; i++) {
                    Client client = group.clients().get(i);
                    if (client.variant().chance() > 0 && !session.seesChance()) {
                        break;
                    }
                    Exploration found = session.explore(client, group.executions());
                    executions += found.counts().executions();
                    work += found.counts().executions() * found.counts().points();
                    clients++;
                    CheckContext.record(new CheckCoverage.Clients(clients, executions));
                    if (found.outcome() instanceof Outcome.Uncontrolled uncontrolled) {
                        unexplored = uncontrolled.reason();
                        left++;
                    }
                    if (found.outcome() instanceof Outcome.Failed failed) {
                        ClientMinimizer smaller =
                                new ClientMinimizer(session, client, failed.failure(), group.executions());
                        smaller.minimize();
                        ClientName name = new ClientName(scope, first + i, smaller.left());
                        return failed(session, contract, client.without(smaller.left()), name, smaller.failure());
                    }
                    if (work > WORK || left > MOST_LEFT + clients / 2) {
                        return answer(left, clients, unexplored);
                    }
                }
            }
            return answer(left, clients, unexplored);
        } finally {
            CheckContext.exploring(false);
        }
    }

    /** Some clients may be too large for the engine; a verdict needs most of them. */
    private static Answer answer(int left, int clients, String unexplored) {
        return left > clients / 2
                ? new Answer(CheckOutcome.INCONCLUSIVE, null, "Not explored: " + unexplored)
                : new Answer(CheckOutcome.PASSED, null, "");
    }

    /** Finds out how long calls sleep by themselves, though they wait for nothing. */
    private static void calibrate(ClientSession session, ObjectContract<Object, Object> contract) {
        List<Client> single = Catalogue.single(contract);
        for (long nap : NAPS) {
            session.mayNap(nap);
            boolean sleeps = false;
            for (Client client : single) {
                session.explore(client, 1);
                Objection objection = session.objection();
                sleeps |= objection != null
                        && (objection.clause() == Clause.POLLING || objection.clause() == Clause.PROGRESS);
            }
            if (!sleeps) {
                return;
            }
        }
        session.mayNap(0);
    }

    private Answer failed(
            ClientSession session,
            ObjectContract<Object, Object> contract,
            Client client,
            ClientName name,
            Failure failure) {
        Failure known = failure.withToken(name.text() + "." + failure.token());
        Objection objection = session.objection();
        Finding finding = failure instanceof Failure.Rejected && objection != null
                ? finding(contract, client, objection, known)
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
                calibrate(session, contract);
                Replay replay = session.replay(client, token.substring(dot + 1));
                CheckContext.record(new CheckCoverage.Clients(1, 1));
                if (replay.outcome() instanceof Outcome.Failed failed) {
                    return failed(session, contract, client, name, failed.failure());
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
