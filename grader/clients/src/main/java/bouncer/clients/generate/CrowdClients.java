package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Limit;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Clients with many callers that wait, and with callers that are woken in vain again and again. */
final class CrowdClients {
    private static final int[] SIZES = {4, 9, 18, 45};
    private static final int MOST_TIMES = 5;
    private static final long PAUSE = 20_000_000;
    /** How much earlier, and later, than at the end of the time limit a client looks. */
    private static final long MARGIN = 5_000_000;

    private static final Limit LIMIT = new Limit((MOST_TIMES + 1) * PAUSE / 1_000_000, TimeUnit.MILLISECONDS);

    private final ObjectContract<Object, Object> contract;
    private final StateCover cover;
    private final Situations situations;
    private final List<Client> found = new ArrayList<>();

    private CrowdClients(StateCover cover) {
        this.contract = cover.contract();
        this.cover = cover;
        this.situations = new Situations(cover);
    }

    /** Returns clients in which many wait, each of which lets another one go on when it is done. */
    static List<Client> crowds(StateCover cover) {
        CrowdClients clients = new CrowdClients(cover);
        for (Turn.Call waiter : clients.situations.waiting()) {
            for (int size : SIZES) {
                clients.crowd(waiter, size);
            }
        }
        return clients.found;
    }

    /** Returns clients in which a caller is woken in vain, up to five times. */
    static List<Client> wokenInVain(StateCover cover) {
        CrowdClients clients = new CrowdClients(cover);
        for (Turn.Call waiter : clients.situations.waiting()) {
            for (int times = 1; times <= MOST_TIMES; times++) {
                clients.inVain(waiter, times);
            }
        }
        return clients.found;
    }

    private void crowd(Turn.Call waiter, int size) {
        Optional<StateCover.State> full = situations.in(waiter, Fate.WAITS, false);
        Optional<StateCover.State> free = situations.in(waiter, Fate.ENDS, false);
        if (full.isEmpty() || free.isEmpty()) {
            return;
        }
        Optional<Turn.Call> back = situations.undoing(waiter, free.get());
        // One thread stays free, to let the first one go on where no thread took part before.
        int first = full.get().threads() + 1;
        Sketch waiting = full.get().sketch().after(contract, waiter.by(first)).sketch();
        Optional<Turn.Call> enabling = situations.enabling(waiting, first);
        if (back.isEmpty() || enabling.isEmpty()) {
            return;
        }
        List<Turn> turns = new ArrayList<>(full.get().turns());
        for (int i = 0; i < size; i++) {
            Turn.Lane lane = Turn.Lane.of(waiter.by(first + i), back.get().by(first + i));
            turns.add(new Turn.Together(List.of(lane)));
        }
        turns.add(enabling.get());
        turns.addAll(cover.alphabet().probes(first + size));
        found.add(new Client(full.get().objects(), List.of(), turns, Client.Variant.PLAIN));
    }

    private void inVain(Turn.Call waiter, int times) {
        Optional<StateCover.State> full = situations.in(waiter, Fate.WAITS, false);
        if (full.isEmpty()) {
            return;
        }
        int thread = full.get().threads() + 1;
        boolean timed = waiter.limit() != null;
        Turn.Call call = Alphabet.call(waiter.object(), waiter.operation(), 0, -1, timed ? LIMIT : null, null)
                .by(thread);
        Sketch waiting = full.get().sketch().after(contract, call).sketch();
        situations.enabling(waiting, thread).ifPresent(enabling -> {
            Sketch enabled = full.get().sketch().after(contract, enabling).sketch();
            for (Turn.Call each : cover.calls()) {
                Turn.Call taking = each.by(enabling.thread());
                Sketch.Next next = enabled.after(contract, taking);
                boolean takes = next.fate() == Fate.ENDS
                        && !next.refused()
                        && next.sketch().after(contract, call).fate() == Fate.WAITS;
                if (takes) {
                    List<Turn> turns = new ArrayList<>(full.get().turns());
                    turns.add(call);
                    for (int i = 0; i < times; i++) {
                        turns.add(new Turn.Pass(PAUSE));
                        turns.add(new Turn.Together(List.of(Turn.Lane.of(enabling, taking))));
                    }
                    if (timed) {
                        turns.add(new Turn.Pass(LIMIT.nanos() - times * PAUSE - MARGIN));
                        turns.add(new Turn.Pass(2 * MARGIN));
                    } else {
                        turns.add(enabling);
                    }
                    found.add(new Client(full.get().objects(), List.of(), turns, Client.Variant.PLAIN));
                }
            }
        });
    }
}
