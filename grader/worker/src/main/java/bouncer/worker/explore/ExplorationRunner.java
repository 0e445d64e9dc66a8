package bouncer.worker.explore;

import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Inconclusive;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.ChoicePoint;
import bouncer.checks.result.Finding;
import bouncer.engine.Counts;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.InteractiveExecution;
import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import bouncer.engine.search.ReductionCrossCheck;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.VisibleJdk;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Explores the schedules of a check, or replays one of them. Used by one thread; the engine runs one exploration at a
 * time.
 */
public final class ExplorationRunner implements ExploredCheck {
    /** The engine's name for the check's own thread. Other threads that throw were started by the submission. */
    private static final String MAIN = "main";

    private final FailureTranslator blame;
    private final Method check;
    private final CheckInfo info;
    private final TraceTranslator story;
    private final Program program;
    private final Limits limits;

    /**
     * The result of an exploration or a replay.
     *
     * @param finding what is wrong; null unless FAILED
     * @param note the reason of INCONCLUSIVE or ERROR, or the steps of a replay that found nothing
     * @param problem the defect of the engine or the check that makes it an ERROR; null if there is no stack trace
     */
    public record Answer(
            CheckOutcome outcome,
            @Nullable Finding finding,
            String note,
            @Nullable Throwable problem) {
        Answer(CheckOutcome outcome, @Nullable Finding finding, String note) {
            this(outcome, finding, note, null);
        }
    }

    /** Prepares an exploration of a check whose class is on the class path of this process. */
    public ExplorationRunner(Method check, CheckInfo info, FailureTranslator blame, VisibleJdk jdk, long seed) {
        this(
                check,
                info,
                blame,
                new ClassFiles(blame.code().classes(), ExplorationRunner.class.getClassLoader(), Map.of()),
                jdk,
                seed);
    }

    /**
     * Prepares an exploration.
     *
     * @param check a method with {@link Explore}; not its class runs, but new instrumented copies of it
     * @param files finds the classes of the checks and of the submission
     * @param jdk the JDK classes that the submission may link to
     * @param seed the seed of the random part of the search
     */
    public ExplorationRunner(
            Method check, CheckInfo info, FailureTranslator blame, ClassFiles files, VisibleJdk jdk, long seed) {
        this.blame = blame;
        this.check = check;
        this.info = info;
        this.story = new TraceTranslator(blame.code()::owns);
        Explore explore = check.getAnnotation(Explore.class);
        GeneratedEntryPoint entry = GeneratedEntryPoint.of(check);
        ClassLoader loader = ExplorationRunner.class.getClassLoader();
        CodeSource source = new CodeSource(files, jdk, entry);
        this.program = new Program(entry.className(), "run", source, loader);
        this.limits = Limits.standard()
                .withExecutions(explore.executions())
                .withSteps(explore.steps())
                .withTimeoutsAsChoices(explore.timeouts())
                .withSpuriousWakeups(explore.spurious())
                .withSeed(seed);
    }

    private void begin() {
        CheckContext.declare(info.fault());
        CheckContext.exploring(true);
    }

    /** Explores the check, and records the coverage in the {@link CheckContext}. */
    @Override
    public Answer explore() {
        begin();
        try {
            Exploration exploration = Explorer.explore(program, limits);
            CheckContext.record(coverage(exploration.coverage()));
            return answer(exploration.outcome(), "Not explored: ", () -> agreed(exploration));
        } finally {
            CheckContext.exploring(false);
        }
    }

    /**
     * Translates an outcome of the engine.
     *
     * @param outcome the outcome; null if the execution has not ended
     * @param lost the beginning of the note if the engine lost control of a thread
     * @param otherwise supplies the answer if no failure was found
     */
    private Answer answer(bouncer.engine.@Nullable Outcome outcome, String lost, Supplier<Answer> otherwise) {
        if (outcome instanceof bouncer.engine.Outcome.Failed broken) {
            return broken(broken.failure());
        } else if (outcome instanceof bouncer.engine.Outcome.Uncontrolled uncontrolled) {
            return new Answer(CheckOutcome.INCONCLUSIVE, null, lost + uncontrolled.reason());
        }
        return otherwise.get();
    }

    private Answer passed(Replay replay) {
        String steps = story.steps(replay.trace()).stream()
                .map(step -> step.thread() + " " + step.what() + "  (" + step.file() + ":" + step.line() + ")")
                .collect(Collectors.joining("\n"));
        return new Answer(CheckOutcome.PASSED, null, "This schedule no longer fails:\n" + steps);
    }

    private Answer agreed(Exploration exploration) {
        // That no failure was found means something only if steps of the submission were explored.
        boolean seen = exploration.counts().instrumented().stream().anyMatch(blame.code()::owns);
        if (!seen || exploration.counts().points() == 0) {
            return new Answer(
                    CheckOutcome.ERROR,
                    null,
                    check.getName() + " controlled no step of the submission, so that it says nothing about it");
        }
        Counts counts = exploration.counts();
        if (!check.getAnnotation(Explore.class).mayBeLong()
                && counts.truncated() > 0
                && counts.truncated() + counts.redundant() == counts.executions()) {
            String endless =
                    "Every schedule that was tried reached the limit of steps: a thread repeats its steps and never"
                            + " finishes";
            return new Answer(CheckOutcome.FAILED, new Finding.Spinning(Fault.HANG, endless, null), "");
        }
        return new Answer(CheckOutcome.PASSED, null, "");
    }

    private Answer broken(Failure failure) {
        if (failure instanceof Failure.Threw threw && isAbort(threw.thrown())) {
            return new Answer(CheckOutcome.INCONCLUSIVE, null, blame.messageOf(threw.thrown()));
        }
        String crash = failure instanceof Failure.Threw threw ? blame.enginesOwnFault(threw.thrown()) : null;
        if (crash != null) {
            return new Answer(CheckOutcome.ERROR, null, crash, ((Failure.Threw) failure).thrown());
        }
        Throwable cause = null;
        if (failure instanceof Failure.Threw threw && threw.thread().equals(MAIN)) {
            cause = threw.thrown();
        } else if (failure instanceof Failure.Hang) {
            cause = CheckContext.failure();
        }
        String own = cause == null ? null : blame.checksOwnFault(cause);
        return own != null
                ? new Answer(CheckOutcome.ERROR, null, own, cause)
                : new Answer(CheckOutcome.FAILED, new FindingFactory(info, story, blame).of(failure), "");
    }

    private static boolean isAbort(Throwable thrown) {
        return thrown instanceof Inconclusive || thrown instanceof TestAbortedException;
    }

    /** Replays the schedule of a token. An invalid token makes the answer INCONCLUSIVE. */
    @Override
    public Answer replay(String token) {
        begin();
        try {
            Replay replay = Explorer.replay(program, limits, token);
            CheckContext.record(new CheckCoverage.Explored(1, false, null));
            return answer(replay.outcome(), "", () -> passed(replay));
        } catch (IllegalArgumentException e) {
            return new Answer(CheckOutcome.INCONCLUSIVE, null, String.valueOf(e.getMessage()));
        } finally {
            CheckContext.exploring(false);
        }
    }

    /**
     * Runs the check with a reader's decisions.
     *
     * @param decisions the index of the turn that was chosen at each choice point, from 0
     * @param reached receives the choice point that the decisions lead to
     */
    @Override
    public Answer walk(List<String> decisions, Consumer<ChoicePoint> reached) {
        begin();
        try (InteractiveExecution walker = Explorer.walk(program, limits)) {
            GuidedReplay.Arrived arrived = new GuidedReplay(walker, story)
                    .go(decisions.stream().map(Integer::valueOf).toList());
            CheckContext.record(new CheckCoverage.Explored(1, false, null));
            reached.accept(arrived.stand());
            return answer(arrived.outcome(), "", () -> new Answer(CheckOutcome.PASSED, null, ""));
        } catch (IllegalArgumentException e) {
            return new Answer(CheckOutcome.INCONCLUSIVE, null, String.valueOf(e.getMessage()));
        } finally {
            CheckContext.exploring(false);
        }
    }

    /**
     * Compares the results of all search methods for this check. The word "complete" in its coverage relies on their
     * agreement.
     *
     * @param most the largest number of executions of each method
     */
    public ReductionCrossCheck agreement(long most) {
        begin();
        try {
            return ReductionCrossCheck.on(program, limits, false, most, () -> "");
        } finally {
            CheckContext.exploring(false);
        }
    }

    private static CheckCoverage coverage(bouncer.engine.Coverage coverage) {
        if (coverage instanceof bouncer.engine.Coverage.Complete complete) {
            return new CheckCoverage.Explored(complete.executions(), true, null);
        } else if (coverage instanceof bouncer.engine.Coverage.CompleteUpTo bounded) {
            return new CheckCoverage.Explored(bounded.executions(), false, bounded.preemptions());
        }
        return new CheckCoverage.Explored(coverage.executions(), false, null);
    }
}
