package bouncer.clients.judge;

import bouncer.checks.specification.Behavior;
import bouncer.checks.specification.Making;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Resource;
import bouncer.clients.history.CallRecord;
import bouncer.clients.judge.Progress.Stage;
import bouncer.clients.plan.Limit;
import bouncer.engine.Stamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The atomic steps that calls may take by their specification, to agree with how they ended. Immutable.
 *
 * @param contract the specification
 * @param only the call that must agree with how it ended; null if all must
 */
record Stepper(
        ObjectContract<Object, Object> contract, @Nullable CallRecord only) {
    /** How much a time limit may be missed, in nanoseconds. */
    static final long TOLERANCE = 2_000_000;

    private static final Object NOTHING = "nothing";

    /** Returns all explanations that steps of the calls under way lead to, these included. */
    Set<Explanation> closure(Set<Explanation> from) {
        Set<Explanation> all = new LinkedHashSet<>(from);
        Deque<Explanation> left = new ArrayDeque<>(from);
        while (!left.isEmpty()) {
            Explanation next = left.poll();
            if (next.anything()) {
                continue;
            }
            for (Progress progress : next.open()) {
                for (Explanation after : steps(next, progress)) {
                    if (all.add(after)) {
                        left.add(after);
                    }
                }
            }
        }
        return all;
    }

    private List<Explanation> steps(Explanation from, Progress progress) {
        List<Explanation> found = new ArrayList<>();
        CallRecord call = progress.call();
        if (call == null) {
            if (progress.stage() == Stage.FRESH) {
                found.add(from.with(from.world(), progress.done(true)).status(progress.target(), true));
            }
            return found;
        }
        switch (progress.stage()) {
            case FRESH, WAITED -> {
                if (!mustThrowAtOnce(progress)) {
                    Outcome<Object> now = outcome(from, progress);
                    apply(found, from, progress, now, List.of());
                    if (mustAgree(call) && progress.stage() == Stage.WAITED) {
                        serveForAMoment(found, from, progress, now);
                    } else if (mayHaveWaited(call) && waits(now)) {
                        found.add(from.with(from.world(), progress.at(Stage.WAITED)));
                    }
                    if (mayExpire(call) && waits(now)) {
                        found.add(from.with(from.world(), progress.done(true)));
                    }
                }
                interrupted(found, from, progress);
            }
            case MIDDLE, MAKING -> {
                Outcome<Object> now = outcome(from, progress);
                apply(found, from, progress, now, Objects.requireNonNull(progress.path()));
            }
            case SERVED -> {
                Behavior<Object> back = Objects.requireNonNull(operation(call).givesBack());
                Resource got = progress.rest() instanceof Resource resource ? resource : null;
                Moment.CallData data =
                        new Moment.CallData(call.data().number(), call.data().other(), got);
                if (back.in(moment(from, progress, data)) instanceof Outcome.Returns<Object> returns) {
                    found.add(from.with(returns.world(), progress.at(Stage.WAITED)));
                    if (gaveUp(call)) {
                        found.add(from.with(returns.world(), progress.at(Stage.GAVE_BACK)));
                    }
                }
            }
            case GAVE_BACK -> {
                if (mayExpire(call)) {
                    found.add(from.with(from.world(), progress.done(true)));
                }
                interrupted(found, from, progress);
            }
            case DONE -> {}
        }
        return found;
    }

    private void interrupted(List<Explanation> found, Explanation from, Progress progress) {
        CallRecord call = Objects.requireNonNull(progress.call());
        int thread = call.call().thread();
        boolean threw = call.end() == null || call.thrown() instanceof InterruptedException;
        if (operation(call).isInterruptible() && from.isInterrupted(thread) && (threw || !mustAgree(call))) {
            found.add(from.with(from.world(), progress.done(true)).status(thread, false));
        }
    }

    /** Returns true if a call has to throw because its thread was interrupted before. */
    boolean mustThrowAtOnce(Progress progress) {
        return progress.cameInterrupted()
                && operation(Objects.requireNonNull(progress.call())).isInterruptible();
    }

    /** A call may have had to wait for a moment between two rests; one with no time never waits. */
    private boolean mayHaveWaited(CallRecord call) {
        Limit limit = call.call().limit();
        boolean never = limit != null && limit.nanos() <= 0;
        return mustAgree(call) && !never && operation(call).givesBack() != null;
    }

    private void serveForAMoment(List<Explanation> found, Explanation from, Progress progress, Outcome<Object> now) {
        if (operation(Objects.requireNonNull(progress.call())).givesBack() == null) {
            return;
        }
        for (Outcome<Object> each : choices(now)) {
            if (each instanceof Outcome.Returns<Object> returns
                    && !returns.world().equals(from.world())) {
                Object got = returns.value() instanceof Resource resource ? resource : NOTHING;
                found.add(from.with(returns.world(), progress.at(Stage.SERVED, got, List.of(got, from.world()))));
            } else if (each instanceof Outcome.Makes<Object> makes) {
                found.add(from.with(makes.world(), progress.at(Stage.SERVED, NOTHING, from.world())));
            }
        }
    }

    /** Returns what a call may do next. */
    Outcome<Object> outcome(Explanation from, Progress progress) {
        CallRecord call = Objects.requireNonNull(progress.call());
        Object rest = progress.rest();
        if (progress.stage() == Stage.MAKING) {
            Making made = call.made();
            return made == null ? new Outcome.Waits<>() : afterMaking(rest).in(moment(from, progress), made);
        }
        Behavior<Object> behavior = progress.stage() == Stage.MIDDLE
                ? behavior(rest)
                : operation(call).behavior();
        return behavior.in(moment(from, progress));
    }

    @SuppressWarnings("unchecked") // only rests of that stage are kept
    private static Behavior.AfterMaking<Object> afterMaking(@Nullable Object rest) {
        return (Behavior.AfterMaking<Object>) Objects.requireNonNull(rest);
    }

    @SuppressWarnings("unchecked") // only rests of that stage are kept
    private static Behavior<Object> behavior(@Nullable Object rest) {
        return (Behavior<Object>) Objects.requireNonNull(rest);
    }

    private static Moment<Object> moment(Explanation from, Progress progress) {
        CallRecord call = Objects.requireNonNull(progress.call());
        return moment(from, progress, call.data());
    }

    private static Moment<Object> moment(Explanation from, Progress progress, Moment.CallData data) {
        CallRecord call = Objects.requireNonNull(progress.call());
        boolean alone = true;
        for (Progress other : from.open()) {
            alone &= other.call() == null || other.call() == call;
        }
        return new Moment<>(from.world(), call.call().object(), call.call().thread(), data, alone);
    }

    private void apply(
            List<Explanation> found, Explanation from, Progress progress, Outcome<Object> outcome, Object path) {
        CallRecord call = Objects.requireNonNull(progress.call());
        boolean started = !progress.hasNoEffect();
        int index = 0;
        for (Outcome<Object> each : choices(outcome)) {
            Object way = List.of(path, from.world(), index++);
            if (each instanceof Outcome.Open<Object>) {
                found.add(new Explanation(from.world(), from.open(), from.interrupted(), true));
            } else if (each instanceof Outcome.Returns<Object> returns) {
                if ((started || !call.makes()) && agrees(call, returns)) {
                    found.add(from.with(returns.world(), progress.done(!returns.sees())));
                }
            } else if (each instanceof Outcome.Throws<Object> thrown) {
                if (agrees(call, thrown)) {
                    found.add(from.with(thrown.world(), progress.done(true)));
                }
            } else if (each instanceof Outcome.Rethrows<Object> rethrows) {
                if (!mustAgree(call) || call.end() == null || call.rethrew()) {
                    found.add(from.with(rethrows.world(), progress.done(true)));
                }
            } else if (each instanceof Outcome.Continues<Object> continues) {
                found.add(from.with(continues.world(), progress.at(Stage.MIDDLE, continues.rest(), way)));
            } else if (each instanceof Outcome.Makes<Object> makes && call.makes()) {
                found.add(from.with(makes.world(), progress.at(Stage.MAKING, makes.rest(), way)));
            }
        }
    }

    private boolean mustAgree(CallRecord call) {
        return only == null || only == call;
    }

    private boolean agrees(CallRecord call, Outcome.Returns<Object> returns) {
        if (!mustAgree(call) || call.end() == null) {
            return true;
        }
        return call.thrown() == null && (returns.anyValue() || Objects.equals(returns.value(), call.value()));
    }

    private boolean agrees(CallRecord call, Outcome.Throws<Object> outcome) {
        if (!mustAgree(call) || call.end() == null) {
            return true;
        }
        for (Class<?> type : outcome.types()) {
            if (type.isInstance(call.thrown())) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if a call ended as one whose time is over, and not too early. */
    boolean mayExpire(CallRecord call) {
        Stamp end = call.end();
        return endedAsExpired(call) && end != null && end.nanos() >= call.deadline() - TOLERANCE;
    }

    /** Returns true if a call ended as one whose time is over. */
    boolean endedAsExpired(CallRecord call) {
        Operation<Object, Object> operation = operation(call);
        if (!operation.isTimed() || call.end() == null) {
            return false;
        }
        Class<? extends Throwable> thrown = operation.thrownWhenTimeIsOver();
        return thrown != null
                ? thrown.isInstance(call.thrown())
                : call.thrown() == null && Objects.equals(operation.whenTimeIsOver(), call.value());
    }

    /** Returns true if a call ended without having been served. */
    boolean gaveUp(CallRecord call) {
        return endedAsExpired(call)
                || (operation(call).isInterruptible() && call.thrown() instanceof InterruptedException);
    }

    /** Returns the operation that is called. */
    Operation<Object, Object> operation(CallRecord call) {
        return contract.operations().get(call.call().operation());
    }

    /** Returns true if a call cannot go on. */
    static boolean waits(Outcome<Object> outcome) {
        if (outcome instanceof Outcome.Either<Object> either) {
            for (Outcome<Object> each : either.choices()) {
                if (!waits(each)) {
                    return false;
                }
            }
            return true;
        }
        return outcome instanceof Outcome.Waits<Object>;
    }

    /** Returns the alternatives of an outcome. */
    static List<Outcome<Object>> choices(Outcome<Object> outcome) {
        if (outcome instanceof Outcome.Either<Object> either) {
            List<Outcome<Object>> all = new ArrayList<>();
            either.choices().forEach(each -> all.addAll(choices(each)));
            return all;
        }
        return List.of(outcome);
    }
}
