package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Limit;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;

/** Clients whose callers come interrupted, or are interrupted while they wait, alone or with others behind them. */
final class InterruptClients {
    private final ObjectContract<Object, Object> contract;
    private final Alphabet alphabet;
    private final StateCover cover;
    private final Situations situations;
    private final List<Client> found = new ArrayList<>();

    private InterruptClients(StateCover cover) {
        this.contract = cover.contract();
        this.alphabet = cover.alphabet();
        this.cover = cover;
        this.situations = new Situations(cover);
    }

    static List<Client> of(StateCover cover) {
        InterruptClients clients = new InterruptClients(cover);
        for (Turn.Call call : clients.alphabet.ordinary(true)) {
            clients.comesInterrupted(call);
            if (call.limit() != null) {
                clients.comesInterrupted(new Turn.Call(
                        0,
                        call.object(),
                        call.operation(),
                        0,
                        -1,
                        new Limit(Long.MIN_VALUE, call.limit().unit()),
                        null));
            }
        }
        for (Turn.Call call : cover.calls()) {
            clients.besideAnother(call);
            clients.beforeOthers(call);
        }
        for (Turn.Call waiter : clients.situations.waiting()) {
            clients.whileWaiting(waiter);
            for (Turn.Call other : clients.situations.waiting()) {
                clients.withAnother(waiter, other);
            }
        }
        return clients.found;
    }

    private void add(StateCover.State from, List<Turn> turns, int stranger) {
        List<Turn> all = new ArrayList<>(from.turns());
        all.addAll(turns);
        all.addAll(alphabet.probes(stranger));
        found.add(new Client(from.objects(), List.of(), all, Client.Variant.PLAIN));
    }

    /** In each state where the call has another fate, by a new thread and by one that took part. */
    private void comesInterrupted(Turn.Call call) {
        for (StateCover.State state : cover.states(2, 0)) {
            for (int thread = 0; thread <= Math.min(1, state.threads()); thread++) {
                Sketch.Next next = state.sketch().after(contract, call.by(thread));
                if (!state.sketch().isFree(thread) || next.fate() == Fate.OPEN || next.fate() == Fate.IMPOSSIBLE) {
                    continue;
                }
                List<Turn> turns = new ArrayList<>();
                turns.add(new Turn.Interrupt(thread));
                turns.add(call.by(thread));
                if (next.fate() == Fate.WAITS) {
                    situations.enabling(next.sketch(), state.threads() + 1).ifPresent(turns::add);
                }
                add(state, turns, state.threads() + 2);
            }
        }
    }

    /** Comes interrupted where it need not wait, beside a call that gives up at once or only looks. */
    private void besideAnother(Turn.Call call) {
        if (!contract.operations().get(call.operation()).isInterruptible()) {
            return;
        }
        for (StateCover.State state : cover.states(1, 0)) {
            int other = state.threads() + 1;
            Turn.Call mine = call.by(state.threads());
            if (state.sketch().after(contract, mine).fate() == Fate.ENDS) {
                for (Turn probe : alphabet.probes(other)) {
                    Turn both = new Turn.Together(List.of(Turn.Lane.of(mine), Turn.Lane.of((Turn.Call) probe)));
                    add(state, List.of(new Turn.Interrupt(mine.thread()), both), other + 1);
                }
            }
        }
    }

    /** Comes interrupted, before two others make calls that change something at the same time. */
    private void beforeOthers(Turn.Call call) {
        for (StateCover.State state : cover.states(1, 0)) {
            Turn.Call mine = call.by(state.threads());
            Sketch.Next next = state.sketch().after(contract, mine);
            if (next.fate() == Fate.ENDS || next.fate() == Fate.WAITS) {
                boolean threw = contract.operations().get(call.operation()).isInterruptible();
                Sketch now = threw ? state.sketch() : next.sketch();
                for (Turn.Call each : cover.calls()) {
                    Sketch.Next one = now.after(contract, each.by(mine.thread() + 1));
                    Sketch.Next two = now.after(contract, each.by(mine.thread() + 2));
                    if (one.changes(now) && two.fate() == Fate.ENDS) {
                        Turn both = new Turn.Together(List.of(
                                Turn.Lane.of(each.by(mine.thread() + 1)), Turn.Lane.of(each.by(mine.thread() + 2))));
                        add(state, List.of(new Turn.Interrupt(mine.thread()), mine, both), mine.thread() + 3);
                    }
                }
            }
        }
    }

    private void whileWaiting(Turn.Call waiter) {
        situations.in(waiter, Fate.WAITS, false).ifPresent(full -> {
            Turn.Call call = waiter.by(full.threads());
            Sketch waiting = full.sketch().after(contract, call).sketch();
            List<Turn> turns = new ArrayList<>(List.of(call, new Turn.Interrupt(full.threads())));
            situations.enabling(waiting, full.threads() + 2).ifPresent(turns::add);
            add(full, turns, full.threads() + 2);
            situations.enabling(waiting, full.threads() + 2).ifPresent(enabling -> together(full, call, enabling));
        });
    }

    /** The interrupt and the event that it waits for come at the same time: one of them wins, and nothing is lost. */
    private void together(StateCover.State full, Turn.Call waiter, Turn.Call enabling) {
        Turn.Lane interrupter = new Turn.Lane(-1, List.of(new Turn.Interrupt(waiter.thread())));
        Turn both = new Turn.Together(List.of(Turn.Lane.of(enabling), interrupter));
        add(full, List.of(waiter, both), full.threads() + 2);
    }

    private void withAnother(Turn.Call waiter, Turn.Call other) {
        situations.in(waiter, Fate.WAITS, false).ifPresent(full -> {
            Turn.Call first = waiter.by(full.threads());
            Turn.Call second = other.by(full.threads() + 1);
            Sketch one = full.sketch().after(contract, first).sketch();
            Sketch two = one.after(contract, second).sketch();
            if (two.waiting().size() < 2) {
                return;
            }
            for (int interrupted : new int[] {first.thread(), second.thread()}) {
                situations.enabling(two, full.threads() + 3).ifPresent(enabling -> {
                    Turn interrupt = new Turn.Interrupt(interrupted);
                    add(full, List.of(first, second, interrupt, enabling), full.threads() + 3);
                    Turn.Lane interrupter = new Turn.Lane(-1, List.of(interrupt));
                    Turn both = new Turn.Together(List.of(Turn.Lane.of(enabling), interrupter));
                    add(full, List.of(first, second, both), full.threads() + 3);
                });
            }
        });
    }
}
