package bouncer.clients.judge;

import bouncer.clients.history.CallRecord;
import bouncer.clients.history.Happening;
import bouncer.engine.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened between two rests: calls and interrupts that began, and calls that ended. Its events may be put in
 * another order than they had, as long as the steps of the calls allow that. Not thread-safe.
 */
final class Stretch {
    /** A call or interrupt with the positions at which it began and ended within this stretch. */
    static final class Span {
        final @Nullable CallRecord call;
        final int target;
        final int order;
        final int thread;
        final Stamp begin;
        final boolean beganBefore;

        @Nullable
        Stamp end;

        Span(@Nullable CallRecord call, int target, int order, int thread, Stamp begin, boolean beganBefore) {
            this.call = call;
            this.target = target;
            this.order = order;
            this.thread = thread;
            this.begin = begin;
            this.beganBefore = beganBefore;
        }

        Progress progress(Explanation in) {
            return call == null
                    ? Progress.interruptOf(target, order)
                    : Progress.of(call, order, in.isInterrupted(thread));
        }
    }

    /** A begin or an end, as observed. */
    record Event(Span span, boolean begins) {}

    private final List<Span> spans = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private boolean interrupts;

    /** Takes the calls that were under way at the rest before. */
    Stretch(List<Span> underWay) {
        for (Span span : underWay) {
            spans.add(new Span(span.call, span.target, span.order, span.thread, span.begin, true));
        }
    }

    void add(Happening happening, int order) {
        if (happening instanceof Happening.Began began) {
            CallRecord call = began.call();
            Span span = new Span(call, -1, order, call.call().thread(), call.begin(), false);
            spans.add(span);
            events.add(new Event(span, true));
        } else if (happening instanceof Happening.Ended ended) {
            Span span = spanOf(ended.call());
            span.end = ended.call().end();
            events.add(new Event(span, false));
        } else if (happening instanceof Happening.Interrupted interrupt) {
            // The interrupting thread is no caller; it is told apart by where it stood.
            int thread = -1 - interrupt.begin().thread();
            Span span = new Span(null, interrupt.thread(), order, thread, interrupt.begin(), false);
            span.end = interrupt.end();
            spans.add(span);
            events.add(new Event(span, true));
            events.add(new Event(span, false));
            interrupts = true;
        }
    }

    private Span spanOf(CallRecord call) {
        // Of thousands of calls, those that are under way are the last ones.
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (spans.get(i).call == call) {
                return spans.get(i);
            }
        }
        throw new IllegalStateException("A call ended that had not begun");
    }

    /** Returns the begins and ends in the order in which they were observed. */
    List<Event> events() {
        return events;
    }

    List<Span> spans() {
        return spans;
    }

    /** Returns the calls that are under way at its end. */
    List<Span> underWay() {
        return spans.stream().filter(span -> span.end == null).toList();
    }

    /** Returns true if a thread was interrupted meanwhile. */
    boolean hasInterrupts() {
        return interrupts;
    }

    /** Returns true if a span can begin once these have ended: its thread has no earlier one left. */
    boolean mayBegin(int index, long ended) {
        Span span = spans.get(index);
        for (int i = 0; i < index; i++) {
            if (spans.get(i).thread == span.thread && (ended >> i & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if a span that has begun can end now, as no other has to begin before its end. */
    boolean mayEnd(int index, long begun) {
        Span span = spans.get(index);
        Stamp end = span.end;
        if (end == null) {
            return false;
        }
        for (int i = 0; i < spans.size(); i++) {
            Span other = spans.get(i);
            if (i != index && !other.beganBefore && (begun >> i & 1) == 0 && other.begin.mustStepBefore(end)) {
                return false;
            }
        }
        return true;
    }
}
