package bouncer.worker.explore;

import bouncer.engine.Event;
import java.util.ArrayList;
import java.util.List;

/** Tells a loop that goes round and round by one of its rounds. Stateless. */
final class LoopFolding {
    private static final int LONGEST = 8;
    /** So many rounds that are the same are one too many to read. */
    private static final int ROUNDS = 3;

    private LoopFolding() {}

    /** The steps without what one thread does again, unchanged and with nobody in between; the first and the last round stay. */
    static List<Event> once(List<Event> events) {
        List<Event> told = new ArrayList<>();
        int at = 0;
        while (at < events.size()) {
            int end = at + 1;
            int length = 1;
            for (int each = 1; each <= LONGEST; each++) {
                int until = repeats(events, at, each);
                if (until - at >= ROUNDS * each && until > end) {
                    end = until;
                    length = each;
                }
            }
            if (end == at + 1) {
                told.add(events.get(at));
            } else {
                told.addAll(events.subList(at, at + length));
                told.addAll(events.subList(end - length, end));
            }
            at = end;
        }
        return told;
    }

    /** Where the rounds of so many steps that begin here end. */
    private static int repeats(List<Event> events, int from, int length) {
        int at = from + length;
        while (at + length <= events.size() && sameRound(events, at - length, at, length)) {
            at += length;
        }
        return at;
    }

    private static boolean sameRound(List<Event> events, int one, int other, int length) {
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
