package bouncer.engine.search;

import bouncer.engine.Counts;
import bouncer.engine.run.Chance;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.trace.ExecutionReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what a search did, over all its executions. */
final class SearchStatistics {
    /** Longer executions count for more than one, as they take as long. */
    private static final int STEPS_OF_ONE = 100;

    private long executions;
    private long spent;
    private long redundant;
    private long truncated;
    private boolean ended;
    private long steps;
    private long points;
    private int threads;
    private long spins;
    private long weak;
    private long standIns;
    private @Nullable String refuted;
    private final Set<Chance> chances = EnumSet.noneOf(Chance.class);
    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();

    void add(ExecutionReport report) {
        Execution execution = report.execution();
        End end = report.end();
        executions++;
        spent += Math.max(1, report.steps() / STEPS_OF_ONE);
        redundant += end == End.CUT ? 1 : 0;
        truncated += end == End.TRUNCATED ? 1 : 0;
        ended |= end == End.ENOUGH;
        steps += report.steps();
        points = Math.max(points, execution.result().points());
        threads = Math.max(threads, execution.actors().threads());
        spins += execution.result().incompleteness().isSpinCollapsed() ? 1 : 0;
        weak += execution.result().incompleteness().isWeaklyOrdered() ? 1 : 0;
        standIns += execution.result().incompleteness().standsForOthers() ? 1 : 0;
        chances.addAll(execution.result().chances());
        wanted.addAll(execution.result().goals().wanted());
        refuted = refuted == null ? execution.result().goals().refuted() : refuted;
        reached.addAll(execution.result().goals().reached());
    }

    /** Returns the part of the budget that was used; a long execution counts more than once. */
    long spent() {
        return spent;
    }

    /** Returns what of chance the program has seen. */
    Set<Chance> chances() {
        return chances;
    }

    /** Executions that were cut at the limit of steps. */
    long truncated() {
        return truncated;
    }

    long whole() {
        return executions - redundant;
    }

    /** Returns true if every execution was run to its end, and stood for no others but those that are equivalent. */
    boolean exact() {
        return truncated == 0 && !ended && standIns == 0;
    }

    /**
     * Returns a label that no execution reaches, or null.
     *
     * @param all whether this is known of those, too, that were just not reached so far
     */
    @Nullable
    String unreached(boolean all) {
        if (refuted != null || !all) {
            return refuted;
        }
        return wanted.stream()
                .filter(label -> !reached.contains(label))
                .findFirst()
                .orElse(null);
    }

    Counts counts(List<String> instrumented, String carrier) {
        return new Counts(executions, redundant, truncated, steps, points, threads, spins, weak, instrumented, carrier);
    }
}
