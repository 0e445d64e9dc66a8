package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Client.MakingKind;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Clients whose maker of resources fails, makes nothing, or takes its time while others call and wait. */
final class MakerClients {
    private static final int CALLERS = 3;
    private static final Set<MakingKind> KINDS = EnumSet.complementOf(EnumSet.of(MakingKind.MISSING));

    private MakerClients() {}

    static List<Client> of(StateCover cover) {
        ObjectContract<Object, Object> contract = cover.contract();
        List<Client> found = new ArrayList<>();
        if (!contract.makesResources()) {
            return found;
        }
        List<Turn.Call> takers = new ArrayList<>();
        List<Turn.Call> givers = new ArrayList<>();
        for (Turn.Call call : cover.calls()) {
            Operation<Object, Object> operation = contract.operations().get(call.operation());
            if (operation.isInterruptible()) {
                takers.add(call);
            } else if (call.resource() != null) {
                givers.add(call);
            }
        }
        List<Turn> probes = cover.alphabet().probes(CALLERS);
        for (long capacity : contract.numbers()) {
            for (MakingKind kind : KINDS) {
                for (Turn.Call one : takers) {
                    for (Turn.Call other : takers) {
                        for (int index = 0; index < 2; index++) {
                            failing(found, capacity, kind, index, one, other, givers, probes);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static void failing(
            List<Client> found,
            long capacity,
            MakingKind kind,
            int index,
            Turn.Call one,
            Turn.Call other,
            List<Turn.Call> givers,
            List<Turn> probes) {
        List<MakingKind> making = new ArrayList<>();
        for (int i = 0; i < index; i++) {
            making.add(MakingKind.MAKES);
        }
        making.add(kind);
        // One after the other, with those that wait behind the failing one.
        List<Turn> turns = new ArrayList<>(List.of(one, other.by(1), one.by(2)));
        if (kind == MakingKind.WAITS) {
            givers.forEach(giver -> turns.add(giver.by(index == 0 ? 1 : 0)));
            turns.add(new Turn.LetMake());
        }
        for (int thread = 0; thread < CALLERS; thread++) {
            int giving = thread;
            givers.forEach(giver -> turns.add(giver.by(giving)));
        }
        turns.addAll(probes);
        found.add(new Client(List.of(capacity), making, turns, Client.Variant.PLAIN));
        // At the same time.
        List<Turn> together = new ArrayList<>();
        together.add(new Turn.Together(List.of(Turn.Lane.of(one), Turn.Lane.of(other.by(1)))));
        if (kind == MakingKind.WAITS) {
            together.add(new Turn.LetMake());
        }
        together.addAll(probes);
        found.add(new Client(List.of(capacity), making, together, Client.Variant.PLAIN));
        // The failing one has others waiting for its place.
        List<Turn> waiting = new ArrayList<>(List.of(one));
        if (kind != MakingKind.WAITS && index == 1) {
            Turn.Lane again = new Turn.Lane(0, append(givers, one));
            waiting.add(new Turn.Together(List.of(again, Turn.Lane.of(other.by(1)))));
            waiting.addAll(probes);
            found.add(new Client(List.of(capacity), making, waiting, Client.Variant.PLAIN));
        }
    }

    private static List<Turn> append(List<Turn.Call> givers, Turn.Call last) {
        List<Turn> all = new ArrayList<>(givers);
        all.add(last);
        return all;
    }
}
