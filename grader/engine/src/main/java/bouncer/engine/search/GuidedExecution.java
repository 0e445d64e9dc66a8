package bouncer.engine.search;

import bouncer.engine.Event;
import bouncer.engine.Failure;
import bouncer.engine.InteractiveExecution;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Position;
import bouncer.engine.Program;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Carriers;
import bouncer.engine.run.End;
import bouncer.engine.schedule.ExecutionState;
import bouncer.engine.schedule.ReplayScheduler;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.trace.ExecutionReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program by the caller's choices and returns the enabled steps. Each position is a run from the start, with
 * plain accesses as steps, since a program cannot be undone. Not thread-safe.
 */
public final class GuidedExecution implements InteractiveExecution {
    private final Limits limits;
    private final Carrier carrier;
    private final ProgramRunner session;

    /** Loads the program. */
    public GuidedExecution(Program program, Limits limits) {
        this.limits = limits.withRacesFail(false);
        this.carrier = Carriers.open(limits.carrier());
        this.session = new ProgramRunner(program, LibraryTreatment.allVisible(), carrier, true);
        session.run(this.limits, new ReplayScheduler(List.of()), true); // loads classes
    }

    /** Runs given choices and then stops. */
    private static final class Prefix implements Scheduler {
        private final int[] choices;
        final List<Integer> open = new ArrayList<>();

        Prefix(int[] choices) {
            this.choices = choices;
        }

        @Override
        public int choose(ExecutionState state) {
            int step = state.step();
            if (step < choices.length) {
                int task = Scheduler.task(choices[step]);
                if (task >= state.tasks() || (state.branches(task) >> Scheduler.branch(choices[step]) & 1) == 0) {
                    throw new IllegalArgumentException("Choice " + step + " is not possible there");
                }
                return choices[step];
            }
            for (int task = 0; task < state.tasks(); task++) {
                for (int bits = state.branches(task); bits != 0; bits &= bits - 1) {
                    open.add(Scheduler.choice(task, Integer.numberOfTrailingZeros(bits)));
                }
            }
            return CUT;
        }

        @Override
        public boolean advance() {
            return false;
        }
    }

    @Override
    public Position at(int... choices) {
        Prefix prefix = new Prefix(choices);
        ExecutionReport report = session.run(limits, prefix, true);
        int known = report.trace().events().size();
        List<Position.Turn> turns = new ArrayList<>();
        for (int choice : prefix.open) {
            int[] longer = Arrays.copyOf(choices, choices.length + 1);
            longer[choices.length] = choice;
            ExecutionReport next = session.run(limits, new Prefix(longer), true);
            List<Event> events = next.trace().events();
            String thread =
                    next.execution().actors().all().get(Scheduler.task(choice)).name();
            turns.add(new Position.Turn(choice, thread, events.subList(Math.min(known, events.size()), events.size())));
        }
        return new Position(report.trace(), turns, outcome(report));
    }

    private static @Nullable Outcome outcome(ExecutionReport report) {
        Failure failure = report.failure();
        String reason = report.reason();
        if (reason != null) {
            return new Outcome.Uncontrolled(reason);
        }
        if (report.end() == End.TRUNCATED) {
            return new Outcome.Uncontrolled("It has more steps than are allowed");
        }
        return failure != null ? new Outcome.Failed(failure) : report.end() == End.CUT ? null : new Outcome.Passed();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
