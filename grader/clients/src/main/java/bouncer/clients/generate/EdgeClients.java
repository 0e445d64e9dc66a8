package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Limit;
import bouncer.clients.plan.Turn;
import bouncer.clients.plan.Turn.ResourceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients with unusual arguments, one call at a time: numbers, time limits in every unit, and resources. */
final class EdgeClients {
    private static final long[] EXTREMES = {Long.MIN_VALUE, -1, 0, 1, 130, Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE};
    private static final int MOST_CALLS = 200;
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    /** Shorter than any limit that is tried by waiting for its end. */
    private static final long MARGIN = 5_000_000;

    private final ObjectContract<Object, Object> contract;
    private final Alphabet alphabet;
    private final StateCover cover;
    private final Situations situations;
    private final List<Client> found = new ArrayList<>();

    private EdgeClients(StateCover cover) {
        this.contract = cover.contract();
        this.alphabet = cover.alphabet();
        this.cover = cover;
        this.situations = new Situations(cover);
    }

    static List<Client> of(StateCover cover) {
        EdgeClients clients = new EdgeClients(cover);
        clients.creations();
        for (int i = 0; i < clients.contract.operations().size(); i++) {
            switch (clients.contract.operations().get(i).takes()) {
                case NUMBER, OTHER_AND_NUMBER, OTHER -> clients.numbers(i);
                case TIMEOUT -> clients.limits(i);
                case RESOURCE -> clients.resources(i);
                case NOTHING -> {}
            }
        }
        return clients.found;
    }

    private void add(List<Long> objects, List<Turn> turns, int stranger) {
        List<Turn> all = new ArrayList<>(turns);
        all.addAll(alphabet.probes(stranger));
        found.add(new Client(objects, List.of(), all, Client.Variant.PLAIN));
    }

    private void creations() {
        if (contract.makesResources()) {
            found.add(new Client(
                    List.of(contract.numbers().get(0)),
                    List.of(Client.MakingKind.MISSING),
                    List.of(),
                    Client.Variant.PLAIN));
        }
        List<Turn.Call> waiting = situations.waiting();
        for (long number : contract.edges()) {
            List<Long> objects = new ArrayList<>();
            for (int i = 0; i < alphabet.objects(); i++) {
                objects.add(number);
            }
            if (contract.refuses(number)) {
                add(objects, List.of(), 0);
                continue;
            }
            Sketch start = Sketch.of(contract, objects, 2);
            for (Turn.Call call : alphabet.ordinary(false)) {
                if (waiting.contains(call)) {
                    toTheBrim(objects, start, call);
                }
                Sketch.Next next = start.after(contract, call);
                if (next.fate() == Fate.ENDS) {
                    add(objects, List.of(call, call.by(1)), 1);
                }
            }
        }
    }

    /** One thread calls until it would have to wait, and then another one has to. */
    private void toTheBrim(List<Long> objects, Sketch start, Turn.Call call) {
        List<Turn> calls = new ArrayList<>();
        Sketch now = start;
        while (calls.size() < MOST_CALLS) {
            Sketch.Next next = now.after(contract, call);
            if (!next.changes(now)) {
                if (next.fate() == Fate.WAITS) {
                    add(objects, List.of(new Turn.Together(List.of(new Turn.Lane(0, calls))), call.by(1)), 2);
                }
                return;
            }
            calls.add(call);
            now = next.sketch();
        }
    }

    private void numbers(int index) {
        Operation<Object, Object> operation = contract.operations().get(index);
        for (List<Long> objects : Creations.ordinary(contract, alphabet.objects())) {
            for (long number : operation.edges()) {
                int other = operation.takes() == Operation.Takes.NUMBER ? -1 : alphabet.objects() - 1;
                Turn.Call call = Alphabet.call(0, index, number, other, null, null);
                add(objects, followed(objects, call), 2);
                if (other > 0) {
                    add(objects, followed(objects, Alphabet.call(0, index, number, 0, null, null)), 2);
                    add(objects, followed(objects, Alphabet.call(0, index, number, -1, null, null)), 2);
                }
            }
            if (operation.takes() != Operation.Takes.NUMBER) {
                for (long number : operation.numbers()) {
                    add(objects, List.of(Alphabet.call(0, index, number, -1, null, null)), 1);
                    add(objects, List.of(Alphabet.call(0, index, number, 0, null, null)), 1);
                    add(objects, List.of(Alphabet.call(0, index, 1_000_000L * number, -1, null, null)), 1);
                }
            }
        }
    }

    /** Then another thread does all that it can: nothing may be left locked or half done. */
    private List<Turn> followed(List<Long> objects, Turn.Call call) {
        List<Turn> turns = new ArrayList<>(List.of(call));
        Sketch now = Sketch.of(contract, objects, 2).after(contract, call).sketch();
        for (Turn.Call each : cover.calls()) {
            Sketch.Next next = now.after(contract, each.by(1));
            if (next.fate() == Fate.ENDS) {
                turns.add(each.by(1));
                now = next.sketch();
            }
        }
        return turns;
    }

    private void limits(int index) {
        Turn.Call plain = Alphabet.call(0, index, 0, -1, Limit.LONG, null);
        situations.in(plain, Fate.ENDS, false).ifPresent(free -> {
            for (TimeUnit unit : TimeUnit.values()) {
                for (long extreme : EXTREMES) {
                    Limit limit = new Limit(extreme, unit);
                    List<Turn> turns = new ArrayList<>(free.turns());
                    turns.add(Alphabet.call(0, index, 0, -1, limit, null).by(free.threads()));
                    add(free.objects(), turns, free.threads() + 1);
                }
            }
        });
        situations.in(plain, Fate.WAITS, false).ifPresent(full -> {
            for (TimeUnit unit : TimeUnit.values()) {
                ends(full, index, unit);
                for (long extreme : EXTREMES) {
                    endures(full, index, new Limit(extreme, unit));
                }
            }
        });
    }

    /** The time is over while it waits: neither before nor much later. */
    private void ends(StateCover.State full, int index, TimeUnit unit) {
        long least = Math.max(1, unit.convert(20, TimeUnit.MILLISECONDS));
        for (long time : new long[] {least, 3 * least}) {
            Limit limit = new Limit(time, unit);
            List<Turn> turns = new ArrayList<>(full.turns());
            turns.add(Alphabet.call(0, index, 0, -1, limit, null).by(full.threads()));
            turns.add(new Turn.Pass(limit.nanos() - MARGIN));
            turns.add(new Turn.Pass(2 * MARGIN));
            add(full.objects(), turns, full.threads() + 1);
        }
    }

    /** It waits as long as it must, and goes on as soon as it can. */
    private void endures(StateCover.State full, int index, Limit limit) {
        List<Turn> turns = new ArrayList<>(full.turns());
        Turn.Call call = Alphabet.call(0, index, 0, -1, limit, null).by(full.threads());
        turns.add(call);
        turns.add(new Turn.Pass(Math.min(2 * DAY, Math.max(2 * MARGIN, limit.nanos() / 2))));
        if (limit.nanos() > MARGIN) {
            Sketch waiting = full.sketch().after(contract, call).sketch();
            situations.enabling(waiting, full.threads() + 2).ifPresent(turns::add);
        }
        add(full.objects(), turns, full.threads() + 2);
    }

    private void resources(int index) {
        for (StateCover.State state : cover.states(4, 0)) {
            for (ResourceChoice choice : ResourceChoice.values()) {
                for (int thread = 0; thread <= Math.min(1, state.threads()); thread++) {
                    Turn.Call call =
                            Alphabet.call(0, index, 0, -1, null, choice).by(thread);
                    if (state.sketch().isFree(thread)
                            && state.sketch().after(contract, call).fate() == Fate.ENDS) {
                        List<Turn> turns = new ArrayList<>(state.turns());
                        turns.add(call);
                        turns.add(call);
                        add(state.objects(), turns, state.threads() + 1);
                    }
                }
            }
        }
    }
}
