package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Clients of several objects: what one thread does to one of them must not show in, or hold up, the others. */
final class ObjectClients {
    private static final int MANY = 40;
    private static final int HUNDREDS = 300;
    /** The other objects that a thread uses while one is stopped. */
    private static final int[] OTHERS = {1, 2, 3, 4, 7, 8, 10, 15, 16, 17, 31, 32, 63, 64, 100};
    /** After how many of its steps a thread is stopped at most. */
    private static final int MOST_STEPS = 12;

    private static final int FEW_STEPS = 6;

    private final ObjectContract<Object, Object> contract;
    private final StateCover cover;
    private final Situations situations;
    private final List<Client> found = new ArrayList<>();

    private ObjectClients(StateCover cover) {
        this.contract = cover.contract();
        this.cover = cover;
        this.situations = new Situations(cover);
    }

    /** Returns clients in which one object is in use while all others are used by another thread. */
    static List<Client> many(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        for (StateCover.State state : cover.states(2, 1)) {
            List<Long> objects = new ArrayList<>(state.objects());
            Sketch untouched = Sketch.of(clients.contract, state.objects(), 2);
            List<Turn> turns = new ArrayList<>(state.turns());
            int user = state.threads();
            while (objects.size() < MANY) {
                int first = objects.size();
                objects.addAll(state.objects());
                clients.use(untouched, turns, user, first);
            }
            clients.found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
        }
        return clients.found;
    }

    /** Returns clients in which hundreds of objects are used once, and then the first one again. */
    static List<Client> hundreds(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        int each = cover.alphabet().objects();
        for (StateCover.State state : Sample.of(cover.states(1, 0), 3)) {
            List<Long> objects = new ArrayList<>(state.objects());
            List<Turn> turns = new ArrayList<>(state.turns());
            int user = state.threads();
            Sketch untouched = Sketch.of(clients.contract, state.objects(), 2);
            while (objects.size() < HUNDREDS) {
                int first = objects.size();
                objects.addAll(state.objects());
                clients.changing(untouched).ifPresent(call -> turns.add(moved(call, user, first)));
            }
            turns.addAll(cover.alphabet().probes(user + 1));
            if (each == 1) {
                clients.found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
            }
        }
        return clients.found;
    }

    private Optional<Turn.Call> changing(Sketch untouched) {
        for (Turn.Call call : cover.calls()) {
            Sketch.Next next = untouched.after(contract, call);
            if (next.changes(untouched)) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /** Returns clients in which a thread uses another object while a caller waits for what it has of the first. */
    static List<Client> nested(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        for (Turn.Call waiter : clients.situations.waiting()) {
            Optional<StateCover.State> full = clients.situations.in(waiter, Fate.WAITS, false);
            if (cover.alphabet().objects() == 1 && full.isPresent()) {
                clients.nested(full.get(), waiter.by(full.get().threads() + 1));
            }
        }
        return clients.found;
    }

    private void nested(StateCover.State full, Turn.Call waiter) {
        Sketch waiting = full.sketch().after(contract, waiter).sketch();
        Sketch other = Sketch.of(contract, full.objects(), 2);
        Optional<Turn.Call> enabling = situations.enabling(waiting, waiter.thread());
        for (Turn.Call call : cover.calls()) {
            Sketch.Next next = other.after(contract, call.by(0));
            if (next.fate() == Fate.ENDS && enabling.isPresent()) {
                List<Turn> turns = new ArrayList<>(full.turns());
                turns.add(waiter);
                turns.add(moved(call, enabling.get().thread(), 1));
                turns.add(enabling.get());
                turns.addAll(cover.alphabet().probes(waiter.thread() + 1));
                List<Long> objects = both(full.objects(), full.objects());
                found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
            }
        }
    }

    /** Returns clients in which two threads, each of which uses an object of its own, also use the other one's. */
    static List<Client> crossed(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        if (cover.alphabet().objects() > 1) {
            return List.of();
        }
        List<StateCover.State> alone = cover.states(2, 0).stream()
                .filter(state -> state.threads() <= 1)
                .toList();
        for (StateCover.State one : alone) {
            for (StateCover.State other : alone) {
                for (Turn.Call call : cover.calls()) {
                    clients.crossed(one, other, call);
                }
            }
        }
        return clients.found;
    }

    private void crossed(StateCover.State one, StateCover.State other, Turn.Call call) {
        Sketch.Next next = other.sketch().after(contract, call.by(1));
        if (next.fate() == Fate.ENDS || next.fate() == Fate.WAITS) {
            List<Long> objects = both(one.objects(), other.objects());
            List<Turn> turns = new ArrayList<>(one.turns());
            other.turns().forEach(turn -> turns.add(moved(turn, 1, 1)));
            turns.add(moved(call, 0, 1));
            for (Turn probe : cover.alphabet().probes(2)) {
                turns.add(probe);
                turns.add(moved((Turn.Call) probe, 2, 1));
            }
            found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
        }
    }

    /** Adds each call that does not wait, in turn, on new objects. */
    private void use(Sketch untouched, List<Turn> turns, int user, int first) {
        Sketch now = untouched;
        for (Turn.Call each : cover.calls()) {
            Sketch.Next next = now.after(contract, each.by(0));
            if (next.fate() == Fate.ENDS) {
                turns.add(moved(each, user, first));
                now = next.sketch();
            }
        }
    }

    private static List<Long> both(List<Long> some, List<Long> others) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Returns the call by another thread, on objects that come so much later. */
    private static Turn.Call moved(Turn.Call call, int thread, int first) {
        int other = call.other() < 0 ? -1 : call.other() + first;
        return new Turn.Call(
                thread, call.object() + first, call.operation(), call.number(), other, call.limit(), call.resource());
    }

    /** Returns clients in which callers wait for two objects, one of which becomes free. */
    static List<Client> waiters(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        for (Turn.Call one : clients.situations.waiting()) {
            for (Turn.Call other : clients.situations.waiting()) {
                clients.waiters(one, other, true);
                clients.waiters(one, other, false);
            }
        }
        return clients.found;
    }

    private void waiters(Turn.Call one, Turn.Call other, boolean firstGoesOn) {
        Optional<StateCover.State> here = situations.in(one, Fate.WAITS, false);
        Optional<StateCover.State> there = situations.in(other, Fate.WAITS, false);
        if (cover.alphabet().objects() > 1 || here.isEmpty() || there.isEmpty()) {
            return;
        }
        int first = here.get().threads();
        // One thread stays free at each object, to let the first one go on where no thread took part before.
        int second = first + 2;
        List<Turn> turns = new ArrayList<>(here.get().turns());
        there.get().turns().forEach(call -> turns.add(moved(call, call.thread() + second, 1)));
        int third = second + there.get().threads();
        turns.add(one.by(first));
        turns.add(moved(other, third, 1));
        Sketch waitsHere = here.get().sketch().after(contract, one.by(first)).sketch();
        Sketch waitsThere = there.get()
                .sketch()
                .after(contract, other.by(there.get().threads()))
                .sketch();
        Optional<Turn.Call> goesHere = situations.enabling(waitsHere, first + 2);
        Optional<Turn.Call> goesThere =
                situations.enabling(waitsThere, there.get().threads() + 2);
        if (goesHere.isEmpty() || goesThere.isEmpty()) {
            return;
        }
        Turn.Call a = goesHere.get();
        Turn.Call b = moved(goesThere.get(), goesThere.get().thread() + second, 1);
        turns.add(firstGoesOn ? a : b);
        turns.add(firstGoesOn ? b : a);
        List<Long> objects = both(here.get().objects(), there.get().objects());
        found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
    }

    /** Returns clients whose objects are made at the same time, and then used by two threads. */
    static List<Client> apart(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        boolean pairs = cover.alphabet().objects() > 1;
        for (List<Long> each :
                Creations.ordinary(cover.contract(), cover.alphabet().objects())) {
            List<Long> objects = pairs ? each : both(each, each);
            Sketch start = Sketch.of(cover.contract(), each, 2);
            for (Turn.Call one : cover.calls()) {
                for (Turn.Call other : cover.calls()) {
                    boolean both = start.after(cover.contract(), one).fate() == Fate.ENDS
                            && start.after(cover.contract(), other.by(1)).fate() == Fate.ENDS
                            && (!pairs || one.object() < other.object());
                    if (both) {
                        Turn.Lane second = Turn.Lane.of(pairs ? other.by(1) : moved(other, 1, 1));
                        Turn turn = new Turn.Together(List.of(Turn.Lane.of(one), second));
                        clients.found.add(new Client(objects, List.of(), List.of(turn), Client.Variant.APART));
                    }
                }
            }
        }
        return clients.found;
    }

    /**
     * Returns clients in which a thread is stopped somewhere in its call while another one uses another object; without
     * any for a contract whose objects may wait for each other.
     */
    static List<Client> stopped(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        if (!cover.contract().mayShare()) {
            for (int steps = 2; steps <= MOST_STEPS; steps++) {
                if (steps <= FEW_STEPS) {
                    clients.stoppedOfMany(steps);
                }
                for (Turn.Call one : cover.calls()) {
                    for (Turn.Call other : cover.calls()) {
                        clients.stopped(one, other, steps);
                    }
                }
            }
        }
        return clients.found;
    }

    /** The others are so many that some may share what only a few objects have for themselves. */
    private void stoppedOfMany(int steps) {
        long number = Creations.last(contract);
        Sketch untouched = Sketch.of(contract, List.of(number), 2);
        for (Turn.Call one : cover.calls()) {
            if (untouched.after(contract, one).fate() == Fate.ENDS && one.limit() == null) {
                List<Turn> calls = new ArrayList<>();
                for (int other : OTHERS) {
                    calls.add(moved(one, 1, other));
                }
                Turn turn = new Turn.Together(List.of(Turn.Lane.of(one), new Turn.Lane(1, calls)));
                List<Long> objects = Collections.nCopies(OTHERS[OTHERS.length - 1] + 1, number);
                found.add(new Client(objects, List.of(), List.of(turn), Client.Variant.held(steps)));
                return;
            }
        }
    }

    /**
     * Returns clients in which a thread is stopped somewhere in its call for a long time while another one uses the same
     * object: it may have to wait, asleep, and must not give up.
     */
    static List<Client> heldUp(StateCover cover) {
        ObjectClients clients = new ObjectClients(cover);
        for (int steps = 2; steps <= FEW_STEPS; steps++) {
            for (StateCover.State state : cover.states(1, 0)) {
                for (Turn.Call one : cover.calls()) {
                    for (Turn.Call other : cover.calls()) {
                        clients.heldUp(state, one, other, steps);
                    }
                }
            }
        }
        return clients.found;
    }

    private void heldUp(StateCover.State state, Turn.Call one, Turn.Call other, int steps) {
        int second = state.threads() + 1;
        boolean same = one.object() == other.object() || contract.mayShare();
        if (same
                && state.threads() <= 1
                && state.sketch().after(contract, one).fate() == Fate.ENDS
                && state.sketch().after(contract, other.by(second)).fate() == Fate.ENDS) {
            List<Turn> turns = new ArrayList<>(state.turns());
            turns.add(new Turn.Together(List.of(Turn.Lane.of(one), Turn.Lane.of(other.by(second)))));
            turns.addAll(cover.alphabet().probes(second + 1));
            found.add(new Client(state.objects(), List.of(), turns, Client.Variant.held(steps)));
        }
    }

    private void stopped(Turn.Call one, Turn.Call other, int steps) {
        Optional<StateCover.State> here = situations.in(one, Fate.ENDS, false);
        Optional<StateCover.State> there = situations.in(other, Fate.ENDS, false);
        if (here.isEmpty() || there.isEmpty()) {
            return;
        }
        int caller = Math.max(1, here.get().threads());
        List<Turn> turns = new ArrayList<>(here.get().turns());
        there.get().turns().forEach(turn -> turns.add(moved(turn, caller, 1)));
        boolean oneEach = here.get().threads() <= 1 && there.get().threads() <= 1;
        if (oneEach) {
            turns.add(new Turn.Together(List.of(Turn.Lane.of(one), Turn.Lane.of(moved(other, caller, 1)))));
            List<Long> objects = both(here.get().objects(), there.get().objects());
            found.add(new Client(objects, List.of(), turns, Client.Variant.held(steps)));
        }
    }
}
