package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Clients with a few calls at the same time after each state of the specification. What comes first is what is small:
 * fewer calls, then fewer turns before.
 */
final class BodyClients {
    private final ObjectContract<Object, Object> contract;
    private final List<Turn.Call> calls;
    private final Alphabet alphabet;

    private BodyClients(ObjectContract<Object, Object> contract) {
        this.contract = contract;
        this.alphabet = new Alphabet(contract);
        this.calls = alphabet.ordinary(false);
    }

    /**
     * Returns all clients of a shape after all given states.
     *
     * @param shape the number of calls of each thread, the largest first
     */
    static List<Client> of(ObjectContract<Object, Object> contract, List<StateCover.State> states, int... shape) {
        BodyClients clients = new BodyClients(contract);
        List<Client> all = new ArrayList<>();
        for (StateCover.State state : states) {
            all.addAll(clients.after(state, shape));
        }
        all.sort(Comparator.comparingInt(client -> client.turns().size()));
        return all;
    }

    private List<Client> after(StateCover.State state, int... shape) {
        boolean alone = shape.length == 1 && state.sketch().waiting().isEmpty();
        List<Client> found = new ArrayList<>();
        if (!alone) {
            lanes(state, shape, 0, new ArrayList<>(), found);
        }
        return found;
    }

    private void lanes(StateCover.State state, int[] shape, int index, List<Turn.Lane> lanes, List<Client> found) {
        if (index == shape.length) {
            found.add(client(state, lanes));
            return;
        }
        for (int thread : candidates(state, lanes)) {
            for (List<Turn> turns : sequences(state.sketch(), thread, shape[index])) {
                Turn.Lane lane = new Turn.Lane(thread, turns);
                boolean ordered =
                        index == 0 || shape[index] != shape[index - 1] || isAfter(lanes.get(index - 1), lane, state);
                if (ordered) {
                    lanes.add(lane);
                    lanes(state, shape, index + 1, lanes, found);
                    lanes.remove(lanes.size() - 1);
                }
            }
        }
    }

    /** Threads that took part and are free, and the next new one. */
    private static List<Integer> candidates(StateCover.State state, List<Turn.Lane> lanes) {
        List<Integer> all = new ArrayList<>(state.free());
        int fresh = state.threads();
        for (Turn.Lane lane : lanes) {
            all.remove((Integer) lane.thread());
            fresh = Math.max(fresh, lane.thread() + 1);
        }
        all.add(fresh);
        return all;
    }

    /** Returns true for one of two clients that differ in the order of their lanes only. */
    private boolean isAfter(Turn.Lane one, Turn.Lane other, StateCover.State state) {
        boolean bothFresh = one.thread() >= state.threads() && other.thread() >= state.threads();
        return bothFresh ? rank(one) <= rank(other) : one.thread() < other.thread();
    }

    private long rank(Turn.Lane lane) {
        long rank = 0;
        for (Turn turn : lane.turns()) {
            rank = rank * (calls.size() + 1) + calls.indexOf(((Turn.Call) turn).by(0)) + 1;
        }
        return rank;
    }

    /** All sequences of calls that a thread may make by itself. */
    private List<List<Turn>> sequences(Sketch from, int thread, int length) {
        List<List<Turn>> all = new ArrayList<>();
        sequences(from, thread, length, new ArrayList<>(), all);
        return all;
    }

    private void sequences(Sketch from, int thread, int left, List<Turn> turns, List<List<Turn>> found) {
        if (left == 0) {
            found.add(List.copyOf(turns));
            return;
        }
        for (Turn.Call each : calls) {
            Turn.Call call = each.by(thread);
            Sketch.Next next = from.after(contract, call);
            if (next.fate() == Fate.OPEN || next.fate() == Fate.IMPOSSIBLE) {
                continue;
            }
            turns.add(call);
            // Where a call waits, another thread may serve it; then it goes on from a state like this one.
            sequences(next.fate() == Fate.WAITS ? from : next.sketch(), thread, left - 1, turns, found);
            turns.remove(turns.size() - 1);
        }
    }

    private Client client(StateCover.State state, List<Turn.Lane> lanes) {
        List<Turn> turns = new ArrayList<>(state.turns());
        turns.add(new Turn.Together(lanes));
        int stranger = state.threads();
        for (Turn.Lane lane : lanes) {
            stranger = Math.max(stranger, lane.thread() + 1);
        }
        turns.addAll(alphabet.probes(stranger));
        return new Client(state.objects(), List.of(), turns, Client.Variant.PLAIN);
    }
}
