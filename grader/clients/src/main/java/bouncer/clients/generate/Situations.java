package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.clients.generate.Sketch.Fate;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds states in which a call has to wait, and calls that end the waiting. Immutable. */
final class Situations {
    private static final int MOST_TURNS = 3;

    private final ObjectContract<Object, Object> contract;
    private final List<Turn.Call> calls;
    private final List<StateCover.State> states;

    Situations(StateCover cover) {
        this.contract = cover.contract();
        this.calls = cover.calls();
        this.states = cover.states(MOST_TURNS, 0);
    }

    /** Returns one small state in which a call by a new thread has this fate, if there is one. */
    Optional<StateCover.State> in(Turn.Call call, Fate fate, boolean refused) {
        for (StateCover.State state : states) {
            Sketch.Next next = state.sketch().after(contract, call.by(state.threads()));
            if (next.fate() == fate && (fate != Fate.ENDS || next.refused() == refused)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Returns a call by a thread that took part that lets the first waiting call go on, if there is one. */
    Optional<Turn.Call> enabling(Sketch sketch, int threads) {
        if (sketch.waiting().isEmpty()) {
            return Optional.empty();
        }
        Turn.Call first = sketch.waiting().get(0);
        for (int thread = 0; thread < threads; thread++) {
            for (Turn.Call each : calls) {
                if (sketch.isFree(thread)) {
                    Sketch.Next next = sketch.after(contract, each.by(thread));
                    if (next.fate() == Fate.ENDS && !next.sketch().waiting().contains(first)) {
                        return Optional.of(each.by(thread));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a call by the same thread that undoes another one, if there is one. */
    Optional<Turn.Call> undoing(Turn.Call call, StateCover.State from) {
        Turn.Call done = call.by(from.threads());
        Sketch after = from.sketch().after(contract, done).sketch();
        for (Turn.Call each : calls) {
            Turn.Call back = each.by(from.threads());
            Sketch.Next next = after.after(contract, back);
            boolean effective = next.changes(after) && !next.refused();
            if (effective && sameFates(next.sketch(), from.sketch(), from.threads() + 1)) {
                return Optional.of(back);
            }
        }
        return Optional.empty();
    }

    private boolean sameFates(Sketch one, Sketch other, int thread) {
        for (Turn.Call each : calls) {
            if (each.resource() == null) {
                Sketch.Next here = one.after(contract, each.by(thread));
                Sketch.Next there = other.after(contract, each.by(thread));
                if (here.fate() != there.fate() || here.refused() != there.refused()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the ordinary calls that wait in some state. */
    List<Turn.Call> waiting() {
        List<Turn.Call> all = new ArrayList<>();
        for (Turn.Call each : calls) {
            if (in(each, Fate.WAITS, false).isPresent()) {
                all.add(each);
            }
        }
        return all;
    }
}
