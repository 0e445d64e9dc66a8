package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;

/** Clients of many objects: what one thread does to one of them must not show in, or hold up, the others. */
final class ObjectClients {
    private static final int MANY = 40;

    private ObjectClients() {}

    /** Returns clients in which one object is in use while all others are used by another thread. */
    static List<Client> of(ObjectContract<Object, Object> contract) {
        List<Client> found = new ArrayList<>();
        List<Turn.Call> calls = new Alphabet(contract).ordinary(false);
        for (StateCover.State state : StateCover.of(contract, 2, 1, 2)) {
            List<Long> objects = new ArrayList<>(state.objects());
            Sketch untouched = Sketch.of(contract, state.objects(), 2);
            List<Turn> turns = new ArrayList<>(state.turns());
            int user = state.threads();
            while (objects.size() < MANY) {
                int first = objects.size();
                objects.addAll(state.objects());
                use(contract, calls, untouched, turns, user, first);
            }
            found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
        }
        return found;
    }

    /** Adds each call that does not wait, in turn, on new objects. */
    private static void use(
            ObjectContract<Object, Object> contract,
            List<Turn.Call> calls,
            Sketch untouched,
            List<Turn> turns,
            int user,
            int first) {
        Sketch now = untouched;
        for (Turn.Call each : calls) {
            Sketch.Next next = now.after(contract, each.by(0));
            if (next.fate() == Fate.ENDS) {
                int other = each.other() < 0 ? -1 : each.other() + first;
                turns.add(new Turn.Call(
                        user,
                        each.object() + first,
                        each.operation(),
                        each.number(),
                        other,
                        each.limit(),
                        each.resource()));
                now = next.sketch();
            }
        }
    }
}
