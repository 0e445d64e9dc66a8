package bouncer.clients.generate;

import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clients of calls that take another object: opposite ones, rings, and pairs of objects that are far apart. */
final class PairClients {
    private static final int NEAR = 40;
    private static final int[] FAR = {49, 50, 63, 64, 99, 100, 127, 128, 199, 200, 255, 256};
    private static final int RING = 5;
    /** Distances of objects that may share what there are only so many of. */
    private static final int[] STRIDES = {4, 8, 10, 16, 32, 64, 100, 128};

    private final StateCover cover;
    private final List<Client> found = new ArrayList<>();

    private PairClients(StateCover cover) {
        this.cover = cover;
    }

    /** Returns opposite calls beside a third one, and rings of three; none for a contract without such calls. */
    static List<Client> rings(StateCover cover) {
        PairClients clients = new PairClients(cover);
        for (Turn.Call pair : clients.pairs()) {
            for (List<Long> objects : Creations.ordinary(cover.contract(), 2)) {
                for (Turn.Call third : cover.calls()) {
                    clients.add(objects, between(pair, 0, 1), between(pair, 1, 0), third);
                }
            }
            clients.turned(pair);
            for (long number : cover.contract().numbers()) {
                for (int a = 0; a < RING; a++) {
                    for (int b = a + 1; b < RING; b++) {
                        for (int c = a + 1; c < RING; c++) {
                            if (b != c) {
                                List<Long> objects = same(number, RING);
                                clients.add(objects, between(pair, a, b), between(pair, b, c), between(pair, c, a));
                            }
                        }
                    }
                }
            }
        }
        return clients.found;
    }

    /** Returns opposite calls of the first of many objects and each of the others, and calls of four that are far apart. */
    static List<Client> farApart(StateCover cover) {
        PairClients clients = new PairClients(cover);
        long number = Creations.last(cover.contract());
        for (Turn.Call pair : clients.pairs()) {
            for (int stride : STRIDES) {
                List<Long> objects = same(number, stride + 2);
                clients.add(objects, between(pair, 0, stride + 1), between(pair, 1, stride));
            }
        }
        for (Turn.Call pair : clients.pairs()) {
            IntStream.concat(IntStream.rangeClosed(2, NEAR), IntStream.of(FAR))
                    .forEach(other -> clients.add(
                            same(number, FAR[FAR.length - 1] + 1), between(pair, 0, other), between(pair, other, 0)));
        }
        return clients.found;
    }

    /** Calls before, and a third thread's meanwhile, may turn an order round that depends on what was done. */
    private void turned(Turn.Call pair) {
        long number = Creations.last(cover.contract());
        for (Turn.Call before : cover.calls()) {
            for (Turn.Call third : cover.calls()) {
                boolean simple = before.other() < 0 && third.other() < 0;
                if (simple && before.object() == 1 && third.object() == 0) {
                    List<Turn> turns = new ArrayList<>(List.of(before));
                    turns.add(new Turn.Together(List.of(
                            Turn.Lane.of(between(pair, 0, 1)),
                            Turn.Lane.of(between(pair, 1, 0).by(1)),
                            Turn.Lane.of(third.by(2), third.by(2)))));
                    found.add(0, new Client(same(number, 2), List.of(), turns, Client.Variant.PLAIN));
                }
            }
        }
    }

    private static List<Long> same(long number, int count) {
        return IntStream.range(0, count).mapToObj(i -> number).toList();
    }

    /** One call of each operation that takes another object. */
    private List<Turn.Call> pairs() {
        List<Turn.Call> all = new ArrayList<>();
        for (Turn.Call call : cover.calls()) {
            boolean takesOther =
                    Alphabet.takesOther(cover.contract().operations().get(call.operation()));
            if (takesOther && all.stream().noneMatch(each -> each.operation() == call.operation())) {
                all.add(call);
            }
        }
        return all;
    }

    private static Turn.Call between(Turn.Call pair, int object, int other) {
        return new Turn.Call(0, object, pair.operation(), pair.number(), other, pair.limit(), pair.resource());
    }

    private void add(List<Long> objects, Turn.Call... calls) {
        List<Turn.Lane> lanes = new ArrayList<>();
        for (int thread = 0; thread < calls.length; thread++) {
            lanes.add(Turn.Lane.of(calls[thread].by(thread)));
        }
        List<Turn> turns = new ArrayList<>(List.of(new Turn.Together(lanes)));
        turns.addAll(cover.alphabet().probes(calls.length));
        found.add(new Client(objects, List.of(), turns, Client.Variant.PLAIN));
    }
}
