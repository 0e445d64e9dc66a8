package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clients with a few calls at the same time after each state of the specification. What comes first is what is small:
 * fewer calls, then fewer turns before.
 */
final class BodyClients {
    /** With more clients than this, they are drawn by lot. */
    private static final int ALL = 6_000;

    private final ObjectContract<Object, Object> contract;
    private final List<Turn.Call> calls;
    private final Alphabet alphabet;

    private BodyClients(StateCover cover) {
        this(cover, cover.calls());
    }

    private BodyClients(StateCover cover, List<Turn.Call> calls) {
        this.contract = cover.contract();
        this.alphabet = cover.alphabet();
        this.calls = calls;
    }

    /** Returns three calls of one thread beside one of another, where nothing was done before; all change something. */
    static List<Client> effective(StateCover cover, List<StateCover.State> states, int most) {
        List<Turn.Call> effective = new ArrayList<>(cover.calls());
        effective.removeIf(call -> call.limit() != null
                || states.stream()
                        .noneMatch(state ->
                                state.sketch().after(cover.contract(), call).changes(state.sketch())));
        BodyClients clients = new BodyClients(cover, effective);
        List<Client> all = new ArrayList<>();
        for (StateCover.State state : states) {
            if (state.turns().isEmpty() && all.size() <= ALL) {
                clients.lanes(state, new int[] {3, 1}, 0, new ArrayList<>(), all);
            }
        }
        Collections.shuffle(all, new Random(all.size()));
        return all.subList(0, Math.min(most, all.size()));
    }

    /**
     * Returns the clients of a shape after the given states, or a sample of them.
     *
     * @param most the largest number of clients
     * @param shape the number of calls of each thread, the largest first
     */
    static List<Client> of(StateCover cover, List<StateCover.State> states, int most, int... shape) {
        BodyClients clients = new BodyClients(cover);
        List<Client> all = new ArrayList<>();
        int done = 0;
        for (StateCover.State state : states) {
            if (all.size() > ALL) {
                break;
            }
            clients.lanes(state, shape, 0, new ArrayList<>(), all);
            done++;
        }
        if (done == states.size()) {
            return Sample.smallestFirst(all, most);
        }
        // All of the first states, as they come, and draws from the others.
        Set<Client> some = new LinkedHashSet<>(Sample.smallestFirst(all, most / 2));
        Random random = new Random(most);
        for (int i = 0; i < 2 * most && some.size() < most; i++) {
            StateCover.State state = states.get(done + random.nextInt(states.size() - done));
            Client drawn = clients.drawn(state, random, shape);
            if (drawn != null) {
                some.add(drawn);
            }
        }
        return List.copyOf(some);
    }

    /** Returns clients in which two threads at the same time each let somebody go on who waits. */
    static List<Client> enabling(StateCover cover, List<StateCover.State> states) {
        BodyClients clients = new BodyClients(cover);
        List<Client> all = new ArrayList<>();
        for (StateCover.State state : states) {
            List<Turn.Lane> lanes = clients.enabling(state);
            for (Turn.Lane one : lanes) {
                for (Turn.Lane other : lanes) {
                    if (one.thread() < other.thread()) {
                        all.add(clients.client(state, List.of(one, other)));
                    }
                }
            }
        }
        return all;
    }

    private List<Turn.Lane> enabling(StateCover.State state) {
        List<Turn.Lane> all = new ArrayList<>();
        for (int thread : candidates(state, List.of())) {
            for (Turn.Call each : calls) {
                Sketch.Next next = state.sketch().after(contract, each.by(thread));
                if (next.fate() == Fate.ENDS
                        && next.sketch().waiting().size()
                                < state.sketch().waiting().size()) {
                    all.add(Turn.Lane.of(each.by(thread)));
                }
            }
        }
        return all;
    }

    private @Nullable Client drawn(StateCover.State state, Random random, int... shape) {
        List<Turn.Lane> lanes = new ArrayList<>();
        for (int length : shape) {
            List<Integer> threads = candidates(state, lanes);
            int thread = threads.get(random.nextInt(threads.size()));
            Sketch now = state.sketch();
            List<Turn> turns = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                Turn.Call call = calls.get(random.nextInt(calls.size())).by(thread);
                Sketch.Next next = now.after(contract, call);
                if (next.fate() == Fate.OPEN || next.fate() == Fate.IMPOSSIBLE) {
                    return null;
                }
                turns.add(call);
                now = next.fate() == Fate.WAITS ? now : next.sketch();
            }
            lanes.add(new Turn.Lane(thread, turns));
        }
        return client(state, lanes);
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
