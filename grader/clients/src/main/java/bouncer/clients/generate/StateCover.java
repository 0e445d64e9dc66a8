package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One shortest sequence of turns to each state of the specification together with the calls that wait in it, found
 * breadth first. Not thread-safe.
 */
final class StateCover {
    private static final int MOST_STATES = 400;
    /** How many of the free threads that took part matter. */
    private static final int FREE = 2;
    /** The number of calls in a row by which states are told apart. */
    private static final int DEPTH = 2;
    /** Threads that a client may have besides. */
    private static final int SPARE = 6;

    private final ObjectContract<Object, Object> contract;
    private final Alphabet alphabet;
    private final List<Turn.Call> calls;
    private final Map<List<Integer>, List<State>> known = new HashMap<>();
    /** The fates of the calls after many sequences of two, of which many lead to the same state. */
    private final Map<Single, Object> singles = new HashMap<>();

    StateCover(ObjectContract<Object, Object> contract) {
        this.contract = contract;
        this.alphabet = new Alphabet(contract);
        this.calls = alphabet.ordinary(false);
    }

    ObjectContract<Object, Object> contract() {
        return contract;
    }

    Alphabet alphabet() {
        return alphabet;
    }

    /** Returns the calls with the most common arguments, by the first thread. */
    List<Turn.Call> calls() {
        return calls;
    }

    /**
     * A state and how to reach it. Immutable.
     *
     * @param objects the numbers that the objects are made with
     * @param turns the turns that lead to it
     * @param sketch the state
     * @param threads how many threads took part
     */
    record State(List<Long> objects, List<Turn.Call> turns, Sketch sketch, int threads) {
        State {
            objects = List.copyOf(objects);
            turns = List.copyOf(turns);
        }

        /** Returns the threads that took part and can call. */
        List<Integer> free() {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                if (sketch.isFree(i)) {
                    all.add(i);
                }
            }
            return all;
        }
    }

    /** Returns the states that are reached with at most so many turns and so many calls that wait. */
    List<State> states(int mostTurns, int mostWaiting) {
        return known.computeIfAbsent(List.of(mostTurns, mostWaiting), key -> find(mostTurns, mostWaiting));
    }

    private List<State> find(int mostTurns, int mostWaiting) {
        Map<Object, State> found = new LinkedHashMap<>();
        // To tell two states apart takes many calls; most are the very same as one before.
        Set<Object> seen = new HashSet<>();
        Deque<State> left = new ArrayDeque<>();
        for (List<Long> objects : Creations.ordinary(contract, alphabet.objects())) {
            int threads = mostTurns + SPARE + 1;
            left.add(new State(objects, List.of(), Sketch.of(contract, objects, threads), 0));
        }
        left.forEach(state -> found.put(key(state), state));
        while (!left.isEmpty() && found.size() < MOST_STATES) {
            State from = left.poll();
            if (from.turns().size() == mostTurns) {
                continue;
            }
            for (int thread = 0; thread <= from.threads(); thread++) {
                if (!from.sketch().isFree(thread)) {
                    continue;
                }
                for (Turn.Call each : calls) {
                    Turn.Call call = each.by(thread);
                    Sketch.Next next = from.sketch().after(contract, call);
                    boolean goes = next.fate() == Fate.ENDS || next.fate() == Fate.WAITS;
                    if (!goes || next.sketch().waiting().size() > mostWaiting) {
                        continue;
                    }
                    List<Turn.Call> turns = new ArrayList<>(from.turns());
                    turns.add(call);
                    State state = new State(from.objects(), turns, next.sketch(), Math.max(from.threads(), thread + 1));
                    Object exact = List.of(from.objects(), next.sketch(), state.threads());
                    if (seen.add(exact) && found.putIfAbsent(key(state), state) == null) {
                        left.add(state);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * Two states count as the same if the same calls wait in them, as many threads took part (of which two matter), and
     * all ordinary calls end, wait or are refused alike in them, also as the second of two.
     */
    private Object key(State state) {
        List<Object> waiting = new ArrayList<>();
        state.sketch().waiting().forEach(call -> waiting.add(call.by(0)));
        List<Integer> free = state.free();
        List<Object> fates = new ArrayList<>();
        for (int i = 0; i < Math.min(FREE, free.size()); i++) {
            fates.add(fates(state.sketch(), free.get(free.size() - 1 - i), DEPTH));
        }
        fates.add(fates(state.sketch(), state.threads(), DEPTH));
        return List.of(waiting, fates);
    }

    /** One call of each kind by a thread: what becomes of it in a state. */
    private record Single(Sketch sketch, int thread) {}

    private Object fates(Sketch sketch, int thread, int depth) {
        return depth > 1
                ? allFates(sketch, thread, depth)
                : singles.computeIfAbsent(new Single(sketch, thread), key -> allFates(sketch, thread, depth));
    }

    private Object allFates(Sketch sketch, int thread, int depth) {
        List<Object> all = new ArrayList<>();
        for (Turn.Call each : calls) {
            Sketch.Next next = sketch.after(contract, each.by(thread));
            all.add(next.fate());
            all.add(next.refused());
            if (depth > 1 && next.fate() == Fate.ENDS) {
                all.add(fates(next.sketch(), thread, depth - 1));
            }
        }
        return all;
    }
}
