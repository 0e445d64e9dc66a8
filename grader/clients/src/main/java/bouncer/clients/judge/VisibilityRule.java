package bouncer.clients.judge;

import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.Happening;
import bouncer.clients.history.History;
import bouncer.clients.judge.Progress.Stage;
import bouncer.clients.plan.Client;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call must be explained by calls that happen-before its end: whoever sees the effect of a call sees
 * what was written before it (JLS 17.4.5). So each call is explained once more without those that do not, and these
 * may do anything that they could. Immutable.
 *
 * @param blind the numbers of the calls whose results show nothing of others
 */
record VisibilityRule(ObjectContract<Object, Object> contract, History history, Set<Integer> blind) {

    /** With more calls of connected objects before it, a result is not explained: the ways to do so are too many. */
    private static final int MOST_CALLS = 12;

    /** Returns the first call whose result is not explained, or null. */
    @Nullable
    Objection objection() {
        if (history.client().variant().is(Client.Kind.SINGLE)) {
            return null;
        }
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Ended ended
                    && ended.call().thrown() == null
                    && !blind.contains(ended.call().number())
                    && !isExplained(ended.call())) {
                return new Objection(
                        Clause.VISIBILITY,
                        ended.call(),
                        "what it shows happens-before its return",
                        "nothing orders them",
                        history);
            }
        }
        return null;
    }

    /** Returns the objects that may have to do with an object: those that calls have connected with it. */
    private Set<Integer> connected(int object) {
        Set<Integer> all = new HashSet<>(Set.of(object));
        boolean more = true;
        while (more) {
            more = false;
            for (Happening happening : history.happenings()) {
                if (happening instanceof Happening.Began began
                        && began.call().call().other() >= 0) {
                    int one = began.call().call().object();
                    int other = began.call().call().other();
                    more |= all.contains(one) ? all.add(other) : all.contains(other) && all.add(one);
                }
            }
        }
        return all;
    }

    private boolean isVisible(CallRecord other, CallRecord to) {
        return other == to || (to.end() != null && other.begin().happensBefore(to.end()));
    }

    private boolean isExplained(CallRecord call) {
        Set<Integer> objects = connected(call.call().object());
        return !hasUnordered(call, objects) || isExplained(call, objects);
    }

    private boolean hasUnordered(CallRecord call, Set<Integer> objects) {
        boolean unordered = false;
        int calls = 0;
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Ended ended && ended.call() == call) {
                return unordered && calls <= MOST_CALLS;
            }
            if (happening instanceof Happening.Began began
                    && objects.contains(began.call().call().object())) {
                calls++;
                unordered |= !isVisible(began.call(), call);
            }
        }
        return false;
    }

    private boolean isExplained(CallRecord call, Set<Integer> objects) {
        Stepper stepper = new Stepper(contract, call);
        Set<Explanation> possible =
                Set.of(Explanation.initial(contract, history.client().objects()));
        int order = 0;
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Began began
                    && objects.contains(began.call().call().object())
                    && isVisible(began.call(), call)) {
                Progress begun = Progress.of(began.call(), order, false);
                possible = mapped(possible, begun);
            } else if (happening instanceof Happening.Ended ended
                    && objects.contains(ended.call().call().object())
                    && isVisible(ended.call(), call)) {
                possible = ended(stepper, stepper.closure(possible), ended.call(), call);
                if (ended.call() == call) {
                    return !possible.isEmpty();
                }
            }
            order++;
        }
        return true;
    }

    private static Set<Explanation> mapped(Set<Explanation> before, Progress begun) {
        Set<Explanation> after = new LinkedHashSet<>();
        before.forEach(each -> after.add(each.anything() ? each : each.and(begun)));
        return after;
    }

    private static Set<Explanation> ended(
            Stepper stepper, Set<Explanation> before, CallRecord ended, CallRecord asked) {
        Set<Explanation> after = new LinkedHashSet<>();
        for (Explanation each : before) {
            if (each.anything()) {
                after.add(each);
                continue;
            }
            for (Progress progress : each.open()) {
                if (progress.call() == ended && mayEnd(stepper, each, progress, ended == asked)) {
                    after.add(each.without(progress.order()));
                }
            }
        }
        return after;
    }

    /** Calls other than the one in question may end without effect, if they gave up or have to wait here. */
    private static boolean mayEnd(Stepper stepper, Explanation in, Progress progress, boolean asked) {
        if (progress.stage() == Stage.DONE) {
            return true;
        }
        CallRecord call = progress.call();
        return !asked
                && call != null
                && progress.hasNoEffect()
                && (stepper.gaveUp(call) || call.thrown() != null || Stepper.waits(stepper.outcome(in, progress)));
    }
}
