package bouncer.clients.judge;

import bouncer.checks.specification.Clause;
import bouncer.checks.specification.Outcome;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.Happening;
import bouncer.clients.history.History;
import bouncer.clients.judge.Progress.Stage;
import bouncer.engine.Stamp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the clause that a call breaks, and says what the contract demands of it. Immutable. */
record Wording(Stepper stepper, History history) {

    /** Returns the objection to the result of a call that no explanation allows. */
    Objection ofResult(CallRecord call, Set<Explanation> before) {
        Stepper others = new Stepper(stepper.contract(), null);
        Set<Outcome<Object>> right = new LinkedHashSet<>();
        for (Explanation each : others.closure(before)) {
            for (Progress progress : each.open()) {
                if (progress.call() == call && progress.stage() != Stage.DONE && progress.stage() != Stage.SERVED) {
                    right.addAll(Stepper.choices(stepper.outcome(each, progress)));
                }
            }
        }
        return new Objection(clause(call, right, before), call, words(right), actual(call), history);
    }

    /** Returns what a call that is under way has to do, in words. */
    String demand(CallRecord call, Set<Explanation> before) {
        Set<Outcome<Object>> right = new LinkedHashSet<>();
        for (Explanation each : before) {
            for (Progress progress : each.open()) {
                if (progress.call() == call && progress.hasNoEffect()) {
                    right.addAll(Stepper.choices(stepper.outcome(each, progress)));
                }
            }
        }
        right.removeIf(each -> each instanceof Outcome.Waits<Object>);
        return words(right);
    }

    private Clause clause(CallRecord call, Set<Outcome<Object>> right, Set<Explanation> before) {
        Throwable thrown = call.thrown();
        boolean cameInterrupted = before.stream()
                .flatMap(each -> each.open().stream())
                .anyMatch(progress -> progress.call() == call && stepper.mustThrowAtOnce(progress));
        if (thrown instanceof InterruptedException || cameInterrupted) {
            return Clause.INTERRUPT;
        }
        if (stepper.endedAsExpired(call)) {
            Stamp end = call.end();
            boolean early = end != null && end.nanos() < call.deadline() - Stepper.TOLERANCE;
            return early && anyWaits(right) ? Clause.TIME : Clause.REFUSAL;
        }
        if (thrown != null || right.stream().allMatch(each -> each instanceof Outcome.Throws<Object>)) {
            return Clause.EXCEPTION;
        }
        boolean refused = isRefusal(call, right);
        if (refused) {
            return Clause.REFUSAL;
        }
        boolean taken = right.stream()
                .allMatch(each -> each instanceof Outcome.Waits<Object>
                        || (each instanceof Outcome.Returns<Object> returns && !returns.sees()));
        return taken ? Clause.EXCLUSION : overlaps(call) ? Clause.ATOMICITY : Clause.RESULT;
    }

    private static boolean anyWaits(Set<Outcome<Object>> right) {
        return right.stream().anyMatch(each -> each instanceof Outcome.Waits<Object>);
    }

    /** Returns true if a call answered false although all that was right was to serve it. */
    private static boolean isRefusal(CallRecord call, Set<Outcome<Object>> right) {
        return Boolean.FALSE.equals(call.value())
                && right.stream().anyMatch(each -> each instanceof Outcome.Returns<Object> returns && returns.sees());
    }

    private boolean overlaps(CallRecord call) {
        boolean inside = false;
        Set<CallRecord> open = new LinkedHashSet<>();
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Began began) {
                inside |= began.call() == call && !open.isEmpty();
                inside |= open.contains(call);
                open.add(began.call());
            } else if (happening instanceof Happening.Ended ended) {
                open.remove(ended.call());
            }
        }
        return inside || history.client().isConcurrent();
    }

    private static String words(Set<Outcome<Object>> right) {
        List<String> all = right.stream()
                .map(Wording::words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return all.stream().collect(Collectors.joining(" or "));
    }

    private static String words(Outcome<Object> outcome) {
        if (outcome instanceof Outcome.Waits<Object>) {
            return "wait";
        } else if (outcome instanceof Outcome.Returns<Object> returns) {
            return returns.value() == null ? "return" : "return " + returns.value();
        } else if (outcome instanceof Outcome.Throws<Object> thrown) {
            return "throw " + thrown.types().stream().map(Class::getSimpleName).collect(Collectors.joining(" or "));
        } else if (outcome instanceof Outcome.Rethrows<Object>) {
            return "throw what the maker threw";
        }
        return outcome instanceof Outcome.Makes<Object> ? "make a resource" : "";
    }

    private static String actual(CallRecord call) {
        Throwable thrown = call.thrown();
        @Nullable Object value = call.value();
        return thrown != null
                ? "it threw " + thrown.getClass().getSimpleName()
                : value == null ? "it returned" : "it returned " + value;
    }
}
