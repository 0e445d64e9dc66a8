package bouncer.clients.judge;

import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.Happening;
import bouncer.clients.history.History;
import bouncer.clients.judge.Progress.Stage;
import bouncer.clients.judge.Stretch.Span;
import bouncer.engine.ThreadStanding;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a contract explains a history: whether each call may take effect at one moment between its begin and
 * its end (Herlihy and Wing, 1990), or in as many steps as the specification gives it, so that all results are right,
 * and all calls that are under way when nothing moves have to wait. All orders of begins and ends are tried that the
 * steps of the calls allow. Immutable, thread-safe.
 */
public final class Judge {
    /** With more calls between two rests, only the order is judged in which they were observed. */
    private static final int MOST_SPANS = 10;

    private final ObjectContract<Object, Object> contract;
    private final Stepper stepper;

    /** Creates a judge by a specification. */
    @SuppressWarnings("unchecked") // states are only passed back to the specification that they come from
    public Judge(ObjectContract<?, ?> contract) {
        this.contract = (ObjectContract<Object, Object>) contract;
        this.stepper = new Stepper(this.contract, null);
    }

    /** Returns the contract. */
    public ObjectContract<Object, Object> contract() {
        return contract;
    }

    /**
     * Returns what the contract objects to in a history, or null.
     *
     * @param truncated whether the execution was cut because it did not end
     */
    public @Nullable Objection objection(History history, boolean truncated) {
        CreationRule creation = new CreationRule(contract, history);
        if (creation.decides()) {
            return creation.objection();
        }
        Trial trial = new Trial(history);
        Objection found = trial.run();
        if (found == null && truncated && !trial.open()) {
            CallRecord call = trial.anyUnderWay();
            return new Objection(Clause.END, call, "an end", "it goes on and on", history);
        }
        return found;
    }

    /** One history under trial. */
    private final class Trial {
        private final History history;
        private final Set<Integer> blind = new HashSet<>();
        private boolean gaveUp;
        private boolean open;
        private List<Span> underWay = List.of();
        private @Nullable Objection found;

        Trial(History history) {
            this.history = history;
        }

        boolean open() {
            return open;
        }

        @Nullable
        CallRecord anyUnderWay() {
            return underWay.isEmpty() ? null : underWay.get(0).call;
        }

        @Nullable
        Objection run() {
            Set<Set<Explanation>> all = new LinkedHashSet<>();
            all.add(Set.of(Explanation.initial(contract, history.client().objects())));
            Stretch stretch = new Stretch(List.of());
            int order = 0;
            for (Happening happening : history.happenings()) {
                if (happening instanceof Happening.Rest rest) {
                    all = through(stretch, all);
                    underWay = stretch.underWay();
                    all = found == null ? resting(rest, all) : all;
                    if (found != null) {
                        return found;
                    }
                    stretch = new Stretch(underWay);
                } else {
                    stretch.add(happening, order++);
                    noteGivingUp(happening);
                }
            }
            open = all.stream().anyMatch(each -> each.stream().anyMatch(Explanation::anything));
            return open ? null : new VisibilityRule(contract, history, blind).objection();
        }

        private void noteGivingUp(Happening happening) {
            if (happening instanceof Happening.Ended ended && stepper.gaveUp(ended.call())) {
                gaveUp = true;
            }
        }

        /** Returns what is possible at the end of a stretch, for each order of its events. */
        private Set<Set<Explanation>> through(Stretch stretch, Set<Set<Explanation>> before) {
            if (stretch.spans().size() > MOST_SPANS) {
                return asObserved(stretch, before);
            }
            long begun = 0;
            for (int i = 0; i < stretch.spans().size(); i++) {
                begun |= stretch.spans().get(i).beganBefore ? 1L << i : 0;
            }
            Set<Set<Explanation>> after = new LinkedHashSet<>();
            Set<Object> visited = new HashSet<>();
            for (Set<Explanation> each : before) {
                orders(stretch, begun, 0, each, after, visited);
                if (found != null) {
                    break;
                }
            }
            return after;
        }

        private Set<Set<Explanation>> asObserved(Stretch stretch, Set<Set<Explanation>> before) {
            Set<Set<Explanation>> after = new LinkedHashSet<>();
            for (Set<Explanation> each : before) {
                Set<Explanation> possible = each;
                for (Stretch.Event event : stretch.events()) {
                    possible = event.begins()
                            ? beginning(event.span(), possible)
                            : ending(event.span(), possible, stretch.hasInterrupts());
                    if (found != null) {
                        return after;
                    }
                }
                after.add(possible);
            }
            return after;
        }

        private Set<Explanation> beginning(Span span, Set<Explanation> before) {
            Set<Explanation> after = new LinkedHashSet<>();
            for (Explanation each : before) {
                after.add(each.anything() ? each : each.and(span.progress(each)));
            }
            return after;
        }

        private void orders(
                Stretch stretch,
                long begun,
                long ended,
                Set<Explanation> now,
                Set<Set<Explanation>> after,
                Set<Object> visited) {
            long over = ended;
            Set<Explanation> possible = now;
            for (int i = 0; i < stretch.spans().size(); i++) {
                if ((begun >> i & 1) != 0 && (over >> i & 1) == 0 && stretch.mayEnd(i, begun)) {
                    possible = ending(stretch.spans().get(i), possible, stretch.hasInterrupts());
                    if (found != null) {
                        return;
                    }
                    over |= 1L << i;
                    i = -1;
                }
            }
            if (!visited.add(List.of(begun, over, possible))) {
                return;
            }
            boolean last = true;
            for (int i = 0; i < stretch.spans().size() && found == null; i++) {
                if ((begun >> i & 1) == 0 && stretch.mayBegin(i, over)) {
                    last = false;
                    Span span = stretch.spans().get(i);
                    Set<Explanation> next = beginning(span, possible);
                    orders(stretch, begun | 1L << i, over, next, after, visited);
                }
            }
            if (last) {
                after.add(possible);
            }
        }

        private Set<Explanation> ending(Span span, Set<Explanation> before, boolean interrupts) {
            Set<Explanation> possible = stepper.closure(before);
            Set<Explanation> after = new LinkedHashSet<>();
            Set<Explanation> ended = new LinkedHashSet<>();
            for (Explanation each : possible) {
                if (each.anything()) {
                    after.add(each);
                    continue;
                }
                Progress progress = each.progress(span.order);
                if (progress.stage() != Stage.DONE) {
                    continue;
                }
                ended.add(each);
                CallRecord call = span.call;
                boolean status =
                        call == null || interrupts || each.isInterrupted(span.thread) == call.interruptedAfter();
                if (status) {
                    after.add(each.without(span.order));
                    if (call != null && (progress.blind() || call.makes())) {
                        blind.add(call.number());
                    }
                }
            }
            if (after.isEmpty()) {
                CallRecord call = Objects.requireNonNull(span.call); // an interrupt can always take effect
                found = ended.isEmpty()
                        ? new Wording(stepper, history).ofResult(call, before)
                        : new Objection(
                                Clause.INTERRUPT,
                                call,
                                call.interruptedAfter() ? "the interrupt status not set" : "the interrupt status set",
                                "it is " + (call.interruptedAfter() ? "set" : "cleared"),
                                history);
            }
            return after;
        }

        private Set<Set<Explanation>> resting(Happening.Rest rest, Set<Set<Explanation>> before) {
            Set<Set<Explanation>> after = new LinkedHashSet<>();
            for (Set<Explanation> each : before) {
                Set<Explanation> possible = stepper.closure(each);
                Set<Explanation> still = new LinkedHashSet<>();
                for (Explanation one : possible) {
                    if (one.anything() || (allWait(one, rest) && statusesAre(one, rest))) {
                        still.add(one.rested());
                    }
                }
                if (still.isEmpty()) {
                    found = standstill(possible, each, rest);
                    return before;
                }
                after.add(still);
            }
            Objection spinning = spinning(rest, after);
            found = spinning;
            return after;
        }

        private boolean allWait(Explanation explanation, Happening.Rest rest) {
            for (Progress each : explanation.open()) {
                if (!hasToWait(explanation, each, rest)) {
                    return false;
                }
            }
            return true;
        }

        /** Returns true if a call that is under way cannot go on. */
        private boolean hasToWait(Explanation explanation, Progress progress, Happening.Rest rest) {
            CallRecord call = progress.call();
            if (call == null) {
                return false;
            }
            if (rest.threads().get(call.call().thread()).manner() == ThreadStanding.HELD) {
                return true;
            }
            return switch (progress.stage()) {
                case DONE, SERVED, GAVE_BACK -> false;
                case MAKING -> rest.threads().get(call.call().thread()).making();
                case FRESH, WAITED, MIDDLE -> {
                    boolean interrupted = stepper.operation(call).isInterruptible()
                            && explanation.isInterrupted(call.call().thread());
                    boolean late = rest.nanos() > saturated(call.deadline());
                    yield isHeldUp(call, rest)
                            || (!interrupted && !late && Stepper.waits(stepper.outcome(explanation, progress)));
                }
            };
        }

        /** Returns true if a thread was stopped inside a call of the same object, which may hold up this one. */
        private boolean isHeldUp(CallRecord call, Happening.Rest rest) {
            for (Span span : underWay) {
                CallRecord other = span.call;
                if (other != null
                        && other != call
                        && rest.threads().get(other.call().thread()).manner() == ThreadStanding.HELD
                        && (contract.mayShare()
                                || other.call().object() == call.call().object())) {
                    return true;
                }
            }
            return false;
        }

        private static long saturated(long deadline) {
            return deadline > Long.MAX_VALUE - Stepper.TOLERANCE ? deadline : deadline + Stepper.TOLERANCE;
        }

        private boolean statusesAre(Explanation explanation, Happening.Rest rest) {
            for (int thread = 0; thread < rest.threads().size(); thread++) {
                if (!calls(explanation, thread)
                        && explanation.isInterrupted(thread)
                                != rest.threads().get(thread).interrupted()) {
                    return false;
                }
            }
            return true;
        }

        private static boolean calls(Explanation explanation, int thread) {
            for (Progress each : explanation.open()) {
                CallRecord call = each.call();
                if (call != null && call.call().thread() == thread) {
                    return true;
                }
            }
            return false;
        }

        private Objection standstill(Set<Explanation> possible, Set<Explanation> before, Happening.Rest rest) {
            boolean anyWaits = possible.stream().anyMatch(each -> allWait(each, rest));
            if (anyWaits) {
                return new Objection(
                        Clause.INTERRUPT, null, "", "the interrupt status of a thread is not what it must be", history);
            }
            for (Span span : underWay) {
                CallRecord call = span.call;
                boolean neverWaits = call != null
                        && possible.stream().noneMatch(each -> hasToWait(each, each.progress(span.order), rest));
                if (neverWaits) {
                    return standing(call, before, rest);
                }
            }
            CallRecord any = underWay.stream()
                    .map(span -> span.call)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return standing(any, before, rest);
        }

        private Objection standing(@Nullable CallRecord call, Set<Explanation> before, Happening.Rest rest) {
            if (call == null) {
                return new Objection(Clause.RESULT, null, "", "no order of the calls explains their results", history);
            }
            ThreadStanding manner = rest.threads().get(call.call().thread()).manner();
            boolean late = rest.nanos() > saturated(call.deadline());
            boolean interrupted = stepper.operation(call).isInterruptible()
                    && rest.threads().get(call.call().thread()).interrupted();
            boolean waitsEver = mayEverWait(call, before);
            boolean anyHeld = rest.threads().stream().anyMatch(each -> each.manner() == ThreadStanding.HELD);
            if (anyHeld) {
                return new Objection(
                        Clause.INDEPENDENCE,
                        call,
                        new Wording(stepper, history).demand(call, before),
                        "it waits for the thread that uses the other object",
                        history);
            }
            Clause clause = interrupted
                    ? Clause.INTERRUPT
                    : late
                            ? Clause.TIME
                            : manner == ThreadStanding.SPINNING
                                    ? Clause.SLEEP
                                    : manner == ThreadStanding.SLEEPING || isPolling(manner, call)
                                            ? Clause.POLLING
                                            : !waitsEver ? Clause.PROGRESS : gaveUp ? Clause.PASSED_ON : Clause.WAKE_UP;
            String actual = switch (clause) {
                case SLEEP -> "it spins";
                case POLLING -> "it sleeps until a time of its own";
                default -> "it waits";
            };
            String demand = new Wording(stepper, history).demand(call, before);
            return new Objection(clause, call, demand.isEmpty() ? "return" : demand, actual, history);
        }

        private boolean isPolling(ThreadStanding manner, CallRecord call) {
            return manner == ThreadStanding.TIMED && !stepper.operation(call).isTimed();
        }

        private boolean mayEverWait(CallRecord call, Set<Explanation> before) {
            return before.stream()
                            .flatMap(each -> each.open().stream()
                                    .filter(progress -> progress.call() == call && progress.hasNoEffect())
                                    .map(progress -> stepper.outcome(each, progress)))
                            .anyMatch(Stepper::waits)
                    || stepper.operation(call).isTimed()
                    || stepper.operation(call).isInterruptible();
        }

        /** A call that has to wait must sleep. */
        private @Nullable Objection spinning(Happening.Rest rest, Set<Set<Explanation>> all) {
            for (Span span : underWay) {
                CallRecord call = span.call;
                if (call != null
                        && rest.threads().get(call.call().thread()).manner() == ThreadStanding.SPINNING
                        && all.stream().noneMatch(each -> each.stream().anyMatch(Explanation::anything))) {
                    return new Objection(Clause.SLEEP, call, "it sleeps while it waits", "it spins", history);
                }
            }
            return null;
        }
    }
}
