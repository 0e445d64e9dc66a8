package bouncer.clients.history;

import bouncer.engine.Stamp;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** All that a judge looks at in a history: histories with equal keys are judged alike. Stateless. */
public final class HistoryKey {
    private HistoryKey() {}

    /** Returns the key of a history of a client; only comparable with those of the same client. */
    public static Object of(History history, boolean truncated) {
        List<Object> key = new ArrayList<>();
        List<Stamp> begins = new ArrayList<>();
        List<Stamp> ends = new ArrayList<>();
        key.add(truncated);
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Began began) {
                begins.add(began.call().begin());
                key.add(began.call().call());
                add(key, began.call());
            } else if (happening instanceof Happening.Ended ended) {
                Stamp end = ended.call().end();
                if (end != null) {
                    ends.add(end);
                    key.add(end.nanos());
                }
                key.add(ended.call().number());
            } else if (happening instanceof Happening.Interrupted interrupted) {
                begins.add(interrupted.begin());
                ends.add(interrupted.end());
                key.add(interrupted.thread());
            } else {
                key.add(happening);
            }
        }
        key.add(relations(begins, ends));
        return key;
    }

    private static void add(List<Object> key, CallRecord call) {
        Throwable thrown = call.thrown();
        key.add(call.number());
        key.add(call.data());
        key.add(call.deadline());
        key.add(String.valueOf(call.value()));
        key.add(thrown == null ? "" : thrown.getClass());
        key.add(List.of(call.interruptedAfter(), call.makes(), call.rethrew()));
        key.add(String.valueOf(call.made()));
    }

    /** Which begin comes before which end, in all orders of independent steps and in the memory model. */
    private static BitSet relations(List<Stamp> begins, List<Stamp> ends) {
        BitSet bits = new BitSet(2 * begins.size() * ends.size());
        int bit = 0;
        for (Stamp begin : begins) {
            for (Stamp end : ends) {
                bits.set(bit++, begin.mustStepBefore(end));
                bits.set(bit++, begin.happensBefore(end));
            }
        }
        return bits;
    }
}
