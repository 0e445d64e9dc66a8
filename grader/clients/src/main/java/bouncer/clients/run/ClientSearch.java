package bouncer.clients.run;

import bouncer.checks.result.CheckCoverage;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ClientScope;
import bouncer.clients.generate.Catalogue;
import bouncer.clients.generate.ClientName;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Failure;
import bouncer.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Explores the clients of a scope, the smallest first, until one fails. Used by one thread, once. */
public final class ClientSearch {
    /** The calls of instrumented code into the engine, in all executions together: a class with big tables has many. */
    private static final long WORK = 40_000_000;
    /** How many clients the engine may fail to control before it is no use to go on. */
    private static final int MOST_LEFT = 10;
    /** How many executions more the clients get together that have more schedules than were tried, and each of them. */
    private static final int DEEPER = 2_000;

    private static final int DEEPER_EACH = 400;
    /** How long a call may sleep by itself, in nanoseconds; the first that suffices for single calls is taken. */
    private static final long[] NAPS = {0, 2_000_000, 20_000_000, 200_000_000, 2_000_000_000};

    /** What came of it. */
    public sealed interface Result {}

    /** No client failed. */
    public record Passed() implements Result {}

    /** The engine controls too few of the clients. */
    public record NotExplored(String reason) implements Result {}

    /**
     * A client failed.
     *
     * @param client the client, without the turns that are not needed
     * @param objection what the judge objected to; null if something else failed, such as a data race
     */
    public record Failed(
            Client client,
            ClientName name,
            Failure failure,
            @Nullable Objection objection) implements Result {}

    /** A client and its position. */
    private record Numbered(Client client, int index) {}

    private final ClientSession session;
    private final ClientScope scope;
    private final Consumer<CheckCoverage> progress;
    private final List<Numbered> cut = new ArrayList<>();
    private long executions;
    private long work;
    private int clients;
    private int left;
    private String unexplored = "";

    /**
     * Prepares a search.
     *
     * @param progress receives what has been explored, after each client
     */
    public ClientSearch(ClientSession session, ClientScope scope, Consumer<CheckCoverage> progress) {
        this.session = session;
        this.scope = scope;
        this.progress = progress;
    }

    /** Searches. */
    public Result run() {
        calibrate(session);
        int index = 0;
        for (Catalogue.Group group : Catalogue.of(session.contract(), scope)) {
            long end = executions + group.budget();
            for (int i = 0; i < group.clients().size() && executions < end; i++) {
                Client client = group.clients().get(i);
                if (client.variant().is(Client.Kind.CHANCE) && !session.seesChance()) {
                    break;
                }
                clients++;
                Result result = explore(new Numbered(client, index + i), group.executions());
                if (result != null) {
                    return result;
                }
            }
            index += group.clients().size();
        }
        long end = executions + DEEPER;
        for (Numbered each : cut) {
            Result result = executions < end ? explore(each, DEEPER_EACH) : null;
            if (result != null) {
                return result;
            }
        }
        return over();
    }

    private @Nullable Result explore(Numbered one, int most) {
        Exploration found = session.explore(one.client, most);
        executions += found.counts().executions();
        work += found.counts().executions() * found.counts().points();
        progress.accept(new CheckCoverage.Clients(clients, executions));
        if (found.outcome() instanceof Outcome.Failed failed) {
            ClientMinimizer smaller = new ClientMinimizer(session, one.client, failed.failure(), most);
            smaller.minimize();
            return new Failed(
                    one.client.without(smaller.left()),
                    new ClientName(scope, one.index, smaller.left()),
                    smaller.failure(),
                    smaller.failure() instanceof Failure.Rejected ? session.objection() : null);
        }
        if (found.outcome() instanceof Outcome.Uncontrolled uncontrolled) {
            unexplored = uncontrolled.reason();
            left++;
        } else if (most > 1 && most < DEEPER_EACH && !(found.coverage() instanceof Coverage.Complete)) {
            cut.add(one);
        }
        return work > WORK || left > MOST_LEFT + clients / 2 ? over() : null;
    }

    /** Some clients may be too large for the engine; a verdict needs most of them. */
    private Result over() {
        return left > clients / 2 ? new NotExplored(unexplored) : new Passed();
    }

    /** Finds out how long calls sleep by themselves, though they wait for nothing. */
    public static void calibrate(ClientSession session) {
        List<Client> single = Catalogue.single(session.contract());
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
}
