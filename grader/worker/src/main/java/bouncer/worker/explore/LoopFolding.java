package bouncer.worker.explore;

import bouncer.engine.Event;
import java.util.ArrayList;
import java.util.List;

/** Shortens repeated iterations of a loop in a trace. Stateless. */
final class LoopFolding {
    /** The most steps of an iteration that is recognised. */
    private static final int LONGEST = 8;
    /** From this number of equal iterations on, those in between are omitted. */
    private static final int ITERATIONS = 3;

    private LoopFolding() {}

    /** Returns the events without equal iterations of one thread in a row; the first and the last iteration stay. */
    static List<Event> once(List<Event> events) {
        List<Event> kept = new ArrayList<>();
        int at = 0;
        while (at < events.size()) {
            int end = at + 1;
            int length = 1;
            for (int each = 1; each <= LONGEST; each++) {
                int until = repeats(events, at, each);
                if (until - at >= ITERATIONS * each && until > end) {
                    end = until;
                    length = each;
                }
            }
            if (end == at + 1) {
                kept.add(events.get(at));
            } else {
                kept.addAll(events.subList(at, at + length));
                kept.addAll(events.subList(end - length, end));
            }
            at = end;
        }
        return kept;
    }

    /** Returns the index after the last one of the equal iterations of this length that begin here. */
    private static int repeats(List<Event> events, int from, int length) {
        int at = from + length;
        while (at + length <= events.size() && sameIteration(events, at - length, at, length)) {
            at += length;
        }
        return at;
    }

    private static boolean sameIteration(List<Event> events, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            Event first = events.get(one + i);
            Event second = events.get(other + i);
            if (!first.thread().equals(events.get(one).thread())
                    || !first.thread().equals(second.thread())
                    || !first.words().equals(second.words())
                    || !first.stack().equals(second.stack())) {
                return false;
            }
        }
        return true;
    }
}
