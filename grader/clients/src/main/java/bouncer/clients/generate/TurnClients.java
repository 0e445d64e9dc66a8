package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Clients whose calls come one at a time: all sequences up to a length, by up to three threads, of which those that
 * differ only in the numbers of the threads appear once. A sequence covers its beginnings.
 */
final class TurnClients {
    private static final int THREADS = 3;
    /** Longer than short time limits, shorter than long ones. */
    static final long PASSING = 40_000_000;

    /** With more sequences than this, they are drawn by lot. */
    private static final int ALL = 20_000;

    private final ObjectContract<Object, Object> contract;
    private final Alphabet alphabet;
    private final List<Client> found = new ArrayList<>();

    private TurnClients(StateCover cover) {
        this.contract = cover.contract();
        this.alphabet = cover.alphabet();
    }

    /**
     * Returns all sequences of a length, or a sample of them.
     *
     * @param allLimits whether calls have all ordinary arguments, or only the most common ones
     * @param most the largest number of clients
     */
    static List<Client> of(StateCover cover, int length, boolean allLimits, int most) {
        TurnClients clients = new TurnClients(cover);
        List<Turn.Call> calls = clients.alphabet.ordinary(allLimits);
        List<List<Long>> creations = Creations.ordinary(clients.contract, clients.alphabet.objects());
        if (creations.size() * Math.pow((double) THREADS * calls.size(), length) > ALL) {
            return clients.drawn(creations, calls, length, most);
        }
        for (List<Long> objects : creations) {
            Sketch start = Sketch.of(clients.contract, objects, THREADS);
            clients.extend(objects, start, new ArrayList<>(), 0, length, calls);
        }
        return Sample.smallestFirst(clients.found, most);
    }

    private List<Client> drawn(List<List<Long>> creations, List<Turn.Call> calls, int length, int most) {
        Random random = new Random(length);
        Set<Client> drawn = new LinkedHashSet<>();
        for (int i = 0; i < 2 * most && drawn.size() < most; i++) {
            List<Long> objects = creations.get(random.nextInt(creations.size()));
            Sketch now = Sketch.of(contract, objects, THREADS);
            List<Turn> turns = new ArrayList<>();
            int threads = 0;
            for (int tries = 0; turns.size() < length && tries < 4 * length; tries++) {
                int thread = random.nextInt(Math.min(THREADS, threads + 1));
                Turn.Call call = calls.get(random.nextInt(calls.size())).by(thread);
                Sketch.Next next = now.isFree(thread) ? now.after(contract, call) : null;
                if (next != null && (next.fate() == Fate.ENDS || next.fate() == Fate.WAITS)) {
                    turns.add(call);
                    now = next.sketch();
                    threads = Math.max(threads, thread + 1);
                }
            }
            drawn.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
        }
        return List.copyOf(drawn);
    }

    /** Returns each call after each state of the specification, or an even sample of that. */
    static List<Client> tour(StateCover cover, int most) {
        List<Client> found = new ArrayList<>();
        for (StateCover.State state : cover.states(4, 0)) {
            for (int thread = 0; thread <= state.threads(); thread++) {
                for (Turn.Call each : cover.calls()) {
                    Sketch.Next next = state.sketch().after(cover.contract(), each.by(thread));
                    if (next.fate() == Fate.ENDS || next.fate() == Fate.WAITS) {
                        List<Turn> turns = new ArrayList<>(state.turns());
                        turns.add(each.by(thread));
                        turns.addAll(cover.alphabet().probes(state.threads() + 1));
                        found.add(new Client(state.objects(), List.of(), turns, Client.Variant.PLAIN));
                    }
                }
            }
        }
        return Sample.of(found, most);
    }

    /** Returns clients of one ordinary call that ends. */
    static List<Client> single(StateCover cover) {
        List<Client> found = new ArrayList<>();
        ObjectContract<Object, Object> contract = cover.contract();
        for (List<Long> objects : Creations.ordinary(contract, cover.alphabet().objects())) {
            Sketch start = Sketch.of(contract, objects, 1);
            for (Turn.Call call : cover.calls()) {
                if (start.after(contract, call).fate() == Fate.ENDS) {
                    found.add(new Client(objects, List.of(), List.of(call), Client.Variant.PLAIN));
                }
            }
        }
        return found;
    }

    private void extend(
            List<Long> objects, Sketch now, List<Turn> turns, int threads, int left, List<Turn.Call> calls) {
        if (left == 0) {
            found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
            return;
        }
        boolean extended = false;
        for (int thread = 0; thread < Math.min(THREADS, threads + 1); thread++) {
            if (!now.isFree(thread)) {
                continue;
            }
            for (Turn.Call each : calls) {
                Turn.Call call = each.by(thread);
                Sketch.Next next = now.after(contract, call);
                if (next.fate() == Fate.ENDS || next.fate() == Fate.WAITS) {
                    turns.add(call);
                    extend(objects, next.sketch(), turns, Math.max(threads, thread + 1), left - 1, calls);
                    turns.remove(turns.size() - 1);
                    extended = true;
                }
            }
        }
        if (!extended && !turns.isEmpty()) {
            found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
        }
    }
}
