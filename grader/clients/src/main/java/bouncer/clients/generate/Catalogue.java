package bouncer.clients.generate;

import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Client.Variant;
import bouncer.clients.plan.Turn;
import bouncer.engine.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All clients of a contract, those that cost least first. Stateless. */
public final class Catalogue {
    /** How often the others call while one thread starves. */
    private static final int CALLS_OF_OTHERS = 150;

    private static final int LONG = 60;

    private static final int THOUSANDS = 6_000;

    private static final int MOST_OF_THOUSANDS = 3;

    private static final int MOST_OVERTAKEN = 20;

    private Catalogue() {}

    /**
     * Clients of one kind. Immutable.
     *
     * @param name what they have in common, for a reader
     * @param clients the clients
     * @param executions how many executions of each client are tried at most
     * @param budget how many executions of all of them are tried: none begins after that
     */
    public record Group(String name, List<Client> clients, int executions, int budget) {
        public Group {
            clients = List.copyOf(clients);
        }
    }

    /** Returns the clients of a scope; the same in every run. */
    public static List<Group> of(ObjectContract<Object, Object> contract, ClientScope scope) {
        StateCover cover = new StateCover(contract);
        return switch (scope) {
            case ONE_AT_A_TIME -> oneAtATime(cover);
            case TOGETHER -> together(cover);
        };
    }

    /** Returns clients of a single call that does not wait. */
    public static List<Client> single(ObjectContract<Object, Object> contract) {
        return TurnClients.single(new StateCover(contract));
    }

    private static List<Group> oneAtATime(StateCover cover) {
        List<Client> pairs = TurnClients.of(cover, 2, true, 400);
        return List.of(
                new Group("one or two calls", pairs, 1, 400),
                new Group("unusual arguments", Sample.of(EdgeClients.of(cover), 350), 1, 350),
                new Group("interrupted callers", Sample.of(InterruptClients.of(cover), 300), 20, 600),
                new Group("makers that fail or take long", MakerClients.of(cover), 40, 800),
                new Group("two objects, and callers that wait for each", ObjectClients.waiters(cover), 1, 20),
                new Group("another object while a caller waits", ObjectClients.nested(cover), 1, 40),
                new Group("a caller that is stopped on its way", ObjectClients.stopped(cover), 1, 250),
                new Group(
                        "a caller that is stopped for long",
                        Sample.smallestFirst(ObjectClients.heldUp(cover), 200),
                        1,
                        200),
                new Group("two objects of two threads", Sample.of(ObjectClients.crossed(cover), 150), 1, 150),
                new Group("many objects", Sample.of(ObjectClients.many(cover), 8), 1, 8),
                new Group("hundreds of objects", ObjectClients.hundreds(cover), 1, 6),
                new Group("threads without names", with(Sample.of(pairs, 60), Variant.VIRTUAL), 1, 60),
                new Group("callers woken in vain", CrowdClients.wokenInVain(cover), 40, 120),
                new Group("many callers that wait", CrowdClients.crowds(cover), 1, 12),
                new Group("three calls", TurnClients.of(cover, 3, true, 250), 1, 250),
                new Group("each call after each state", TurnClients.tour(cover, 250), 1, 250),
                new Group("four calls", TurnClients.of(cover, 4, false, 250), 1, 250),
                new Group("thousands of calls", thousands(cover), 1, MOST_OF_THOUSANDS),
                new Group("sixty calls", TurnClients.of(cover, LONG, false, 25), 1, 25));
    }

    private static List<Group> together(StateCover cover) {
        List<StateCover.State> all = cover.states(4, 2);
        List<StateCover.State> free =
                states(all, state -> state.sketch().waiting().isEmpty());
        List<StateCover.State> waiting =
                states(all, state -> !state.sketch().waiting().isEmpty());
        List<Client> one = BodyClients.of(cover, waiting, 250, 1);
        List<Client> enabling = Sample.smallestFirst(BodyClients.enabling(cover, waiting), 80);
        List<Client> pairs = BodyClients.of(cover, free, 600, 1, 1);
        List<Client> woken = new ArrayList<>(one);
        woken.addAll(enabling);
        List<Client> limited = woken.stream().filter(Catalogue::hasLimit).toList();
        List<Group> groups = new ArrayList<>(List.of(
                new Group("a call beside those that wait", one, 100, 500),
                new Group("calls that let others go on at the same time", enabling, 100, 400),
                new Group("two calls at the same time", pairs, 100, 1000),
                new Group("two calls beside those that wait", BodyClients.of(cover, waiting, 300, 1, 1), 60, 500),
                new Group("two calls in a row beside those that wait", BodyClients.of(cover, waiting, 200, 2), 60, 350),
                new Group("two calls beside another", BodyClients.of(cover, all, 500, 2, 1), 60, 1200),
                new Group("three calls beside another", BodyClients.effective(cover, free, 300), 60, 1300),
                new Group("three calls at the same time", BodyClients.of(cover, all, 250, 1, 1, 1), 60, 800),
                new Group("time limits that end at any moment", with(limited, Variant.TIMEOUTS), 60, 500),
                new Group(
                        "waits that end for no reason",
                        with(Sample.smallestFirst(woken, 80), Variant.SPURIOUS),
                        60,
                        250),
                new Group(
                        "threads without names at the same time", with(Sample.of(pairs, 40), Variant.VIRTUAL), 20, 120),
                new Group(
                        "opposite calls, and rings of three",
                        Sample.smallestFirst(PairClients.rings(cover), 160),
                        60,
                        800),
                new Group("opposite calls of objects far apart", PairClients.farApart(cover), 4, 200),
                new Group("objects made at the same time", ObjectClients.apart(cover), 40, 60),
                new Group("a caller that others overtake", overtaken(cover), 300, 40)));
        List<Client> varied = new ArrayList<>(Sample.smallestFirst(pairs, 200));
        varied.addAll(Sample.of(one, 20));
        varied.addAll(TurnClients.of(cover, 2, false, 30));
        varied.addAll(TurnClients.tour(cover, 200));
        for (int chance = 1; chance <= Limits.VARIATIONS; chance++) {
            groups.add(
                    new Group("other hashes, ids and random numbers", with(varied, Variant.chance(chance)), 10, 500));
        }
        return groups;
    }

    private static List<StateCover.State> states(List<StateCover.State> all, Predicate<StateCover.State> which) {
        return all.stream().filter(which).toList();
    }

    private static List<Client> with(List<Client> clients, Variant variant) {
        return clients.stream().map(client -> client.with(variant)).toList();
    }

    private static boolean hasLimit(Client client) {
        return client.turns().stream().anyMatch(turn -> turn instanceof Turn.Call call && call.limit() != null);
    }

    /** Each call that need not wait, beside many calls by another thread, of one kind or of two in turn. */
    private static List<Client> overtaken(StateCover cover) {
        List<Client> found = new ArrayList<>();
        for (Client client : TurnClients.single(cover)) {
            Turn.Call one = (Turn.Call) client.turns().get(0);
            for (Turn.Call first : cover.calls()) {
                for (Turn.Call second : cover.calls()) {
                    List<Turn> many = inTurn(cover, client.objects(), CALLS_OF_OTHERS, first.by(1), second.by(1));
                    if (!many.isEmpty()) {
                        List<Turn> turns = new ArrayList<>();
                        turns.add(new Turn.Together(List.of(Turn.Lane.of(one), new Turn.Lane(1, many))));
                        turns.addAll(cover.alphabet().probes(2));
                        found.add(new Client(client.objects(), List.of(), turns, Variant.STARVED));
                    }
                }
            }
        }
        return Sample.of(found, MOST_OVERTAKEN);
    }

    /** One thread makes thousands of calls, of one kind or of two in turn. */
    private static List<Client> thousands(StateCover cover) {
        List<Client> promising = inTurn(cover, LONG);
        List<Client> found = new ArrayList<>();
        for (int i = 0; i < MOST_OF_THOUSANDS; i++) {
            int from = i * promising.size() / MOST_OF_THOUSANDS;
            int to = (i + 1) * promising.size() / MOST_OF_THOUSANDS;
            promising.subList(from, to).stream()
                    .map(client -> longer(cover, client))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<Client> inTurn(StateCover cover, int count) {
        List<Client> found = new ArrayList<>();
        for (List<Long> objects :
                Creations.ordinary(cover.contract(), cover.alphabet().objects())) {
            for (Turn.Call first : cover.calls()) {
                for (Turn.Call second : cover.calls()) {
                    List<Turn> many = inTurn(cover, objects, count, first, second);
                    if (!many.isEmpty()) {
                        List<Turn> turns = List.of(new Turn.Together(List.of(new Turn.Lane(0, many))));
                        found.add(new Client(objects, List.of(), turns, Variant.SINGLE));
                    }
                }
            }
        }
        return found;
    }

    /** Returns a client that makes the two calls of another in turn thousands of times, if it may. */
    private static Optional<Client> longer(StateCover cover, Client client) {
        List<Turn> calls =
                ((Turn.Together) client.turns().get(0)).lanes().get(0).turns();
        List<Turn> many =
                inTurn(cover, client.objects(), THOUSANDS, (Turn.Call) calls.get(0), (Turn.Call) calls.get(1));
        if (many.isEmpty()) {
            return Optional.empty();
        }
        List<Turn> turns = new ArrayList<>(List.of(new Turn.Together(List.of(new Turn.Lane(0, many)))));
        turns.addAll(cover.alphabet().probes(1));
        return Optional.of(new Client(client.objects(), List.of(), turns, Variant.SINGLE));
    }

    /** Returns many calls, if all of them are served and change something; else none. */
    private static List<Turn> inTurn(
            StateCover cover, List<Long> objects, int count, Turn.Call first, Turn.Call second) {
        List<Turn> many = new ArrayList<>();
        Sketch now = Sketch.of(cover.contract(), objects, 2);
        while (many.size() < count) {
            Turn.Call call = many.size() % 2 == 0 ? first : second;
            Sketch.Next next = now.after(cover.contract(), call);
            if (!next.changes(now) || next.refused()) {
                return List.of();
            }
            many.add(call);
            now = next.sketch();
        }
        return many;
    }
}
