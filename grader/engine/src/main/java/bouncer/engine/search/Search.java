package bouncer.engine.search;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.CarrierKind;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import bouncer.engine.Trace;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Carriers;
import bouncer.engine.carrier.Pinned;
import bouncer.engine.run.Execution;
import bouncer.engine.schedule.DepthFirst;
import bouncer.engine.schedule.DepthFirst.Reduction;
import bouncer.engine.schedule.Diverged;
import bouncer.engine.schedule.Fixed;
import bouncer.engine.schedule.RandomWalk;
import bouncer.engine.schedule.Scheduler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One exploration from its first execution to its answer. Used once, by one thread. */
public final class Search {
    /** Executions of the systematic search before random ones are tried: enough for most small scenarios to be done. */
    private static final int FIRST = 300;

    private static final int RANDOM = 200;

    private final Program program;
    private final Limits limits;
    private final Carrier carrier;
    private final Session session;
    private final Tally tally = new Tally();
    private boolean complete;

    private Search(Program program, Limits limits, Carrier carrier) {
        this.program = program;
        this.limits = limits;
        this.carrier = carrier;
        this.session = new Session(program, carrier, false);
    }

    /** See {@code Explorer.explore}. */
    public static synchronized Exploration explore(Program program, Limits limits) {
        try (Carrier carrier = Carriers.open(limits.carrier())) {
            return new Search(program, limits, carrier).answer();
        } catch (Pinned e) {
            return explore(program, limits.withCarrier(parked(limits)));
        }
    }

    /** See {@code Explorer.replay}. */
    public static synchronized Replay replay(Program program, Limits limits, String text) {
        Token token = Token.parse(text);
        try (Carrier carrier = Carriers.open(limits.carrier())) {
            Explanation explanation = new Explanation(program, limits, carrier);
            if (token.program() != explanation.fingerprint()) {
                throw new IllegalArgumentException(
                        "This token belongs to another program, or to an older version of it");
            }
            Explanation.Told told = explanation.tell(token.plainVisible(), new Fixed(token.deviations()));
            Failure failure = told.failure();
            Outcome outcome = failure != null
                    ? new Outcome.Broken(failure)
                    : told.reason() != null ? new Outcome.Uncontrolled(told.reason()) : new Outcome.AllAgree();
            return new Replay(outcome, told.trace());
        } catch (Pinned e) {
            return replay(program, limits.withCarrier(parked(limits)), text);
        } catch (Diverged e) {
            return new Replay(new Outcome.Uncontrolled(String.valueOf(e.getMessage())), Trace.EMPTY);
        }
    }

    /** Where continuations turn out not to do, threads always do; the schedules are the same. */
    private static CarrierKind parked(Limits limits) {
        if (limits.carrier() != CarrierKind.BEST) {
            throw new UnsupportedOperationException("This program can't run on continuations");
        }
        return CarrierKind.PARK;
    }

    private Exploration answer() {
        Outcome outcome;
        try {
            outcome = search();
        } catch (Diverged e) {
            outcome = new Outcome.Uncontrolled(String.valueOf(e.getMessage()));
        }
        long executions = tally.whole();
        Coverage coverage = complete && tally.truncated() == 0
                ? new Coverage.Complete(executions)
                : new Coverage.Sampled(executions);
        return new Exploration(outcome, coverage, tally.counts(session.loader().instrumented(), carrier.name()));
    }

    private Outcome search() {
        Scheduler straight = new Fixed(List.of());
        Execution first =
                session.run(limits, straight, !limits.racesFail()); // loads classes; what it shows is shown again
        if (first.reason() != null) {
            return new Outcome.Uncontrolled(first.reason());
        }
        Execution failed = switch (limits.policy()) {
            case DPOR -> exhaust(new DepthFirst(Reduction.DPOR), limits.executions());
            case SLEEP_SETS -> exhaust(new DepthFirst(Reduction.SLEEP_SETS), limits.executions());
            case DFS -> exhaust(new DepthFirst(Reduction.NONE), limits.executions());
            case RANDOM, SURW -> walk(limits.executions());
            case VERDICT -> verdict();
        };
        if (failed != null) {
            if (failed.reason() != null) {
                return new Outcome.Uncontrolled(failed.reason());
            }
            Failure failure = new Explanation(program, limits, carrier).explain(session, failed);
            return failure == null
                    ? new Outcome.Uncontrolled("A failure could not be shown again")
                    : new Outcome.Broken(failure);
        }
        String unreached = complete ? tally.unreached() : null;
        if (unreached != null) {
            return new Outcome.Broken(new Explanation(program, limits, carrier).unreached(unreached));
        }
        return new Outcome.AllAgree();
    }

    private @Nullable Execution verdict() {
        DepthFirst systematic = new DepthFirst(Reduction.DPOR);
        Execution failed = exhaust(systematic, Math.min(FIRST, limits.executions()));
        if (failed == null && !complete) {
            failed = walk(Math.min(RANDOM, limits.executions() - tally.executions()));
        }
        if (failed == null && !complete) {
            failed = exhaust(systematic, limits.executions() - tally.executions());
        }
        return failed;
    }

    /** Goes on with a search until it is through, it fails, or the executions are used up. */
    private @Nullable Execution exhaust(DepthFirst policy, long most) {
        for (long i = 0; i < most; i++) {
            Execution execution = session.run(limits, policy, !limits.racesFail());
            tally.add(execution);
            if (bad(execution)) {
                return execution;
            }
            if (!policy.advance()) {
                complete = true;
                return null;
            }
        }
        return null;
    }

    private @Nullable Execution walk(long most) {
        RandomWalk policy = new RandomWalk(limits.seed() ^ Explanation.fingerprint(program), most);
        for (long i = 0; i < most; i++) {
            Execution execution = session.run(limits, policy, !limits.racesFail());
            tally.add(execution);
            if (bad(execution)) {
                return execution;
            }
        }
        return null;
    }

    private static boolean bad(Execution execution) {
        return execution.reason() != null || execution.report().failed();
    }
}
