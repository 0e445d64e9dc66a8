package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients whose calls come one at a time: all sequences up to a length, by up to three threads, of which those that
 * differ only in the numbers of the threads appear once. A sequence covers its beginnings.
 */
final class TurnClients {
    private static final int THREADS = 3;
    /** Longer than short time limits, shorter than long ones. */
    static final long PASSING = 40_000_000;

    private final ObjectContract<Object, Object> contract;
    private final Alphabet alphabet;
    private final int most;
    private final List<Client> found = new ArrayList<>();

    private TurnClients(ObjectContract<Object, Object> contract, int most) {
        this.contract = contract;
        this.alphabet = new Alphabet(contract);
        this.most = most;
    }

    /**
     * Returns all sequences of a length, or an even sample of them.
     *
     * @param allLimits whether calls have all ordinary arguments, or only the most common ones
     * @param most the largest number of clients
     */
    static List<Client> of(ObjectContract<Object, Object> contract, int length, boolean allLimits, int most) {
        TurnClients clients = new TurnClients(contract, most);
        for (List<Long> objects : Creations.ordinary(contract, clients.alphabet.objects())) {
            Sketch start = Sketch.of(contract, objects, THREADS);
            clients.extend(objects, start, new ArrayList<>(), 0, length, clients.alphabet.ordinary(allLimits));
        }
        return Sample.of(clients.found, clients.most);
    }

    /** Returns clients of one ordinary call that ends. */
    static List<Client> single(ObjectContract<Object, Object> contract) {
        List<Client> found = new ArrayList<>();
        Alphabet alphabet = new Alphabet(contract);
        for (List<Long> objects : Creations.ordinary(contract, alphabet.objects())) {
            Sketch start = Sketch.of(contract, objects, 1);
            for (Turn.Call call : alphabet.ordinary(false)) {
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
