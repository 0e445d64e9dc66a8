package bouncer.clients.generate;

import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.plan.Client;
import java.util.ArrayList;
import java.util.List;

/** All clients of a contract, those that cost least first. Stateless. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Clients of one kind. Immutable.
     *
     * @param name what they have in common, for a reader
     * @param clients the clients
     * @param executions how many executions of each client are tried at most
     */
    public record Group(String name, List<Client> clients, int executions) {
        public Group {
            clients = List.copyOf(clients);
        }
    }

    /** Returns the clients of a scope; the same in every run. */
    public static List<Group> of(ObjectContract<Object, Object> contract, ClientScope scope) {
        return switch (scope) {
            case ONE_AT_A_TIME -> oneAtATime(contract);
            case TOGETHER -> together(contract);
        };
    }

    /** Returns clients of a single call that does not wait. */
    public static List<Client> single(ObjectContract<Object, Object> contract) {
        return TurnClients.single(contract);
    }

    private static List<Group> oneAtATime(ObjectContract<Object, Object> contract) {
        return List.of(
                new Group("one or two calls", TurnClients.of(contract, 2, true, 400), 1),
                new Group("unusual arguments", EdgeClients.of(contract), 1),
                new Group("interrupted callers", InterruptClients.of(contract), 20),
                new Group("makers that fail or take long", MakerClients.of(contract), 40),
                new Group("many objects", Sample.of(ObjectClients.of(contract), 10), 1),
                new Group("callers woken in vain", CrowdClients.wokenInVain(contract), 40),
                new Group("many callers that wait", CrowdClients.crowds(contract), 1),
                new Group("three calls", TurnClients.of(contract, 3, true, 400), 1),
                new Group("four calls", TurnClients.of(contract, 4, false, 400), 1));
    }

    private static List<Group> together(ObjectContract<Object, Object> contract) {
        List<StateCover.State> cover = StateCover.of(contract, 4, 2, 3);
        List<Client> pairs = Sample.of(BodyClients.of(contract, cover, 1, 1), 200);
        List<Client> timeouts = new ArrayList<>();
        List<Client> spurious = new ArrayList<>();
        for (Client client : Sample.of(pairs, 40)) {
            timeouts.add(client.with(new Client.Variant(false, true, 0)));
            spurious.add(client.with(new Client.Variant(false, false, 1)));
        }
        return List.of(
                new Group("a call beside those that wait", Sample.of(BodyClients.of(contract, cover, 1), 100), 100),
                new Group("two calls at the same time", pairs, 100),
                new Group("two calls beside those that wait", Sample.of(BodyClients.of(contract, cover, 2), 100), 60),
                new Group("two calls beside another", Sample.of(BodyClients.of(contract, cover, 2, 1), 80), 60),
                new Group("three calls at the same time", Sample.of(BodyClients.of(contract, cover, 1, 1, 1), 40), 60),
                new Group("time limits that end at any moment", timeouts, 60),
                new Group("waits that end for no reason", spurious, 60));
    }
}
