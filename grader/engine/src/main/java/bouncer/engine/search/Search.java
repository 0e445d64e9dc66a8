package bouncer.engine.search;

import bouncer.engine.Counts;
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
import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.run.End;
import bouncer.engine.schedule.DporScheduler;
import bouncer.engine.schedule.DporScheduler.Reduction;
import bouncer.engine.schedule.NondeterminismException;
import bouncer.engine.schedule.PreemptionBoundedScheduler;
import bouncer.engine.schedule.RandomScheduler;
import bouncer.engine.schedule.ReplayScheduler;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.schedule.StarvationScheduler;
import bouncer.engine.schedule.SurwScheduler;
import bouncer.engine.trace.ExecutionReport;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One exploration from its first execution to its answer. Used once, by one thread. */
public final class Search {
    /** Executions of the systematic search before random schedules: enough to complete most small scenarios. */
    private static final int FIRST = 300;

    private static final int RANDOM = 200;
    /** One in so many of the executions is kept for what follows a systematic search that does not get through. */
    private static final int RESERVED = 5;

    /** Before there is one. */
    private static final Exploration NONE = new Exploration(
            new Outcome.Passed(), new Coverage.Sampled(0), new Counts(0, 0, 0, 0, 0, 0, 0, 0, List.of(), ""));

    private final Program program;
    private final LibraryTreatment library;
    private final Limits limits;
    private final Carrier carrier;
    private final ProgramRunner session;
    private final Supplier<ProgramRunner> recording;
    /** Whether the first execution, which loads classes, was run before. */
    private final boolean loaded;

    private final SearchStatistics tally = new SearchStatistics();
    /** Whether the systematic search has explored everything within the limit of steps. */
    private boolean through;

    private boolean complete;
    /** Plain accesses of a relocated class race, so that nothing found is of use. */
    private boolean libraryRaces;
    /** Whether a static initialiser was found to be open after executions in which it was not known to be. */
    private boolean initialiserOpened;
    /** An execution said that no other need be run. */
    private boolean enough;
    /** All schedules with at most so many preemptions were seen; -1 if there is no such number. */
    private int preemptions = -1;

    private Exploration answer = NONE;

    private Search(Program program, LibraryTreatment library, Limits limits, Carrier carrier) {
        this(new LoadedProgram(program, library, carrier), limits, false);
    }

    /** Creates a search of a program that was explored before. */
    Search(LoadedProgram loaded, Limits limits) {
        this(loaded, limits, true);
        session.unsettle();
    }

    private Search(LoadedProgram program, Limits limits, boolean loaded) {
        this.program = program.program();
        this.library = program.library();
        this.limits = limits;
        this.carrier = program.carrier();
        this.session = program.plain();
        this.recording = program::recording;
        this.loaded = loaded;
    }

    /** See {@code Explorer.explore}. */
    public static Exploration explore(Program program, Limits limits) {
        return explore(program, LibraryClasses.standard(), limits);
    }

    /** As {@code Explorer.explore}, with another table of library classes. */
    public static synchronized Exploration explore(Program program, LibraryClasses classes, Limits limits) {
        try (Carrier carrier = Carriers.open(limits.carrier())) {
            LibraryTreatment library = new LibraryTreatment(classes, false);
            Search usual = search(program, library, limits, carrier);
            return usual.tally.chances().isEmpty() || usual.enough
                    ? usual.answer
                    : Variations.of(
                            usual.answer,
                            usual.tally.chances(),
                            limits,
                            (variation, most) -> search(program, library.varied(variation), most, carrier).answer);
        } catch (Pinned e) {
            return explore(program, classes, limits.withCarrier(parked(limits)));
        }
    }

    /** Searches until the search has learnt how the classes must be treated. */
    private static Search search(Program program, LibraryTreatment treatment, Limits limits, Carrier carrier) {
        LibraryTreatment library = treatment;
        while (true) {
            Search search = new Search(program, library, limits, carrier);
            search.answer = search.answer();
            if (search.libraryRaces) {
                library = library.visible();
            } else if (!search.initialiserOpened) {
                return search;
            }
        }
    }

    /** Runs an exploration while no other one runs in this process. */
    static synchronized <T> T alone(Supplier<T> exploration) {
        return exploration.get();
    }

    /** See {@code Explorer.replay}. */
    public static synchronized Replay replay(Program program, Limits limits, String text) {
        Token token = Token.parse(text);
        try (Carrier carrier = Carriers.open(limits.carrier())) {
            LibraryTreatment library =
                    new LibraryTreatment(LibraryClasses.standard(), token.libraryVisible()).varied(token.variation());
            return replay(new FailureMinimizer(program, library, limits, carrier), token);
        } catch (Pinned e) {
            return replay(program, limits.withCarrier(parked(limits)), text);
        } catch (NondeterminismException e) {
            return new Replay(new Outcome.Uncontrolled(String.valueOf(e.getMessage())), Trace.EMPTY);
        }
    }

    /**
     * Runs the execution of a token.
     *
     * @throws IllegalArgumentException if it belongs to another program
     */
    static Replay replay(FailureMinimizer explanation, Token token) {
        if (token.program() != explanation.fingerprint()) {
            throw new IllegalArgumentException("This token belongs to another program, or to an older version of it");
        }
        FailureMinimizer.Told told = explanation.tell(token.plainVisible(), new ReplayScheduler(token.deviations()));
        Failure failure = told.failure();
        Outcome outcome = failure != null
                ? new Outcome.Failed(failure)
                : told.reason() != null ? new Outcome.Uncontrolled(told.reason()) : new Outcome.Passed();
        return new Replay(outcome, told.trace());
    }

    /** Threads replace continuations if the program pins one; the schedules are the same. */
    static CarrierKind parked(Limits limits) {
        if (limits.carrier() != CarrierKind.BEST) {
            throw new UnsupportedOperationException("This program can't run on continuations");
        }
        return CarrierKind.PARK;
    }

    /** Returns true if the search has to be run again with plain accesses of relocated classes as steps. */
    boolean libraryRaces() {
        return libraryRaces;
    }

    /** Returns true if the search has to be run again with what it learnt of static initialisers. */
    boolean initialiserOpened() {
        return initialiserOpened;
    }

    /** Returns true if the program has seen what is up to chance. */
    boolean seesChance() {
        return !tally.chances().isEmpty();
    }

    Exploration answer() {
        Outcome outcome;
        try {
            outcome = search();
        } catch (NondeterminismException e) {
            outcome = new Outcome.Uncontrolled(String.valueOf(e.getMessage()));
        }
        long executions = tally.whole();
        Coverage coverage = new Coverage.Sampled(executions);
        if (tally.exact() && complete) {
            coverage = new Coverage.Complete(executions);
        } else if (tally.exact() && preemptions >= 0) {
            coverage = new Coverage.CompleteUpTo(preemptions, executions);
        }
        return new Exploration(outcome, coverage, tally.counts(session.loader().instrumented(), carrier.name()));
    }

    private Outcome search() {
        int actors = 0;
        if (!loaded) {
            Scheduler straight = new ReplayScheduler(List.of());
            ExecutionReport first =
                    session.run(limits, straight, !limits.racesFail()); // loads classes; what it shows is shown again
            if (first.reason() != null) {
                return new Outcome.Uncontrolled(first.reason());
            }
            actors = first.execution().actors().size();
        }
        ExecutionReport failed = switch (limits.policy()) {
            case DPOR -> exhaust(new DporScheduler(Reduction.DPOR), limits.executions());
            case SLEEP_SETS -> exhaust(new DporScheduler(Reduction.SLEEP_SETS), limits.executions());
            case DFS -> exhaust(new DporScheduler(Reduction.NONE), limits.executions());
            case RANDOM -> walk(new RandomScheduler(seed(), limits.executions()), limits.executions());
            case SURW -> walk(new SurwScheduler(seed(), limits.executions()), limits.executions());
            case STARVATION -> starve(limits.executions());
            case PORTFOLIO -> verdict(actors);
        };
        if (libraryRaces || initialiserOpened) {
            return new Outcome.Passed();
        }
        if (failed != null) {
            if (failed.reason() != null) {
                return new Outcome.Uncontrolled(failed.reason());
            }
            Failure failure = minimizer().explain(session, failed);
            return failure == null
                    ? new Outcome.Uncontrolled("A failure could not be shown again")
                    : new Outcome.Failed(failure);
        }
        String unreached = complete || enough ? tally.unreached(!enough) : null;
        if (unreached != null) {
            return new Outcome.Failed(minimizer().unreached(unreached));
        }
        return new Outcome.Passed();
    }

    private FailureMinimizer minimizer() {
        return new FailureMinimizer(program, library, limits, carrier, recording);
    }

    private @Nullable ExecutionReport starve(long most) {
        StarvationScheduler starvation = new StarvationScheduler();
        return run(starvation, most, starvation::advance);
    }

    private @Nullable ExecutionReport verdict(int actors) {
        if (actors > DporScheduler.MOST_TASKS) {
            long walks = Math.min(RANDOM, limits.executions());
            ExecutionReport failed = walk(new RandomScheduler(seed(), walks), walks);
            return failed == null && !enough ? walk(new SurwScheduler(seed(), left()), left()) : failed;
        }
        DporScheduler systematic = new DporScheduler(Reduction.DPOR);
        ExecutionReport failed = exhaust(systematic, Math.min(FIRST, limits.executions()));
        if (failed == null && !complete) {
            failed = starve(left());
        }
        if (failed == null && !complete && !enough) {
            long walks = Math.min(RANDOM, left());
            failed = walk(new RandomScheduler(seed(), walks), walks);
        }
        if (failed == null && !complete && !through) {
            failed = exhaust(systematic, left() - left() / RESERVED);
        }
        for (int bound = 0; failed == null && !complete && !enough && left() > 0 && preemptions == bound - 1; bound++) {
            failed = bounded(bound);
        }
        if (failed == null && !complete) {
            failed = walk(new SurwScheduler(seed(), left()), left());
        }
        return failed;
    }

    /** Half of the executions are kept for variations if the program sees what is up to chance. */
    private long budget() {
        boolean kept = library.variation() == 0 && !tally.chances().isEmpty();
        return kept ? Math.max(1, limits.executions() / 2) : limits.executions();
    }

    private long left() {
        return budget() - tally.spent();
    }

    private long seed() {
        return limits.seed() ^ FailureMinimizer.fingerprint(program);
    }

    /** Goes on with a search until it is through, it fails, or so much of the budget is used up. */
    private @Nullable ExecutionReport exhaust(DporScheduler policy, long most) {
        return run(policy, most, () -> {
            through = !policy.advance();
            complete = through && tally.truncated() == 0;
            return !through;
        });
    }

    /**
     * Runs all schedules with so many preemptions, if half of what is left is enough; the other half is for the walks.
     */
    private @Nullable ExecutionReport bounded(int bound) {
        PreemptionBoundedScheduler policy = new PreemptionBoundedScheduler(bound);
        return run(policy, (left() + 1) / 2, () -> {
            boolean more = policy.advance();
            if (!more) {
                preemptions = bound;
                complete = !policy.leftOut() && tally.truncated() == 0;
            }
            return more;
        });
    }

    private @Nullable ExecutionReport walk(Scheduler policy, long most) {
        return run(policy, most, () -> true);
    }

    /**
     * Runs executions while there are more and the given part of the budget lasts; returns a failed one, or null.
     */
    private @Nullable ExecutionReport run(Scheduler policy, long most, BooleanSupplier more) {
        long end = tally.spent() + most;
        while (tally.spent() < end && tally.spent() < budget() && !enough && !initialiserOpened) {
            int known = library.openInitialisers().size();
            ExecutionReport report = session.run(limits, policy, !limits.racesFail());
            initialiserOpened = tally.whole() > 0 && library.openInitialisers().size() > known;
            if (initialiserOpened) {
                return null;
            }
            tally.add(report);
            libraryRaces = report.end() == End.LIBRARY_RACE;
            if (libraryRaces || report.reason() != null || report.failed()) {
                return report;
            }
            enough = report.execution().result().goals().isEnough();
            if (!more.getAsBoolean() || enough) {
                return null;
            }
        }
        return null;
    }
}
