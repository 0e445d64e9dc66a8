package bouncer.engine.search;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.run.End;
import bouncer.engine.schedule.DporScheduler;
import bouncer.engine.schedule.DporScheduler.Reduction;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of plain depth-first search, sleep sets and DPOR on one program: they must find the same Mazurkiewicz
 * traces and outcomes, or the reduction is unsound.
 *
 * @param compared whether at least sleep sets and DPOR got through
 * @param lacking a description of what one of them missed; empty if they agree or were not compared
 * @param dfs how many executions plain depth-first search took, and so on
 * @param traces how many traces there are
 * @param odd an end that an execution of a program that is right does not have, or null: then nothing was compared
 */
public record ReductionCrossCheck(
        boolean compared,
        String lacking,
        long dfs,
        long sleepSets,
        long dpor,
        int traces,
        @Nullable End odd) {
    private static final Set<End> EXPECTED = EnumSet.of(End.DONE, End.BLOCKED, End.CUT);

    /** The traces and outcomes that one search found. */
    private record Seen(
            Set<Long> traces,
            Set<String> outcomes,
            long executions,
            boolean through,
            @Nullable End odd) {}

    /**
     * Searches in all three ways.
     *
     * @param plainVisible whether plain accesses are steps
     * @param most executions of each way
     * @param outcome asked after each execution for what it came to
     */
    public static ReductionCrossCheck on(
            Program program, Limits limits, boolean plainVisible, long most, Supplier<String> outcome) {
        Seen dpor = search(program, limits, plainVisible, most, outcome, Reduction.DPOR);
        Seen sleep = search(program, limits, plainVisible, most, outcome, Reduction.SLEEP_SETS);
        Seen dfs = search(program, limits, plainVisible, most, outcome, Reduction.NONE);
        End odd = dpor.odd != null ? dpor.odd : sleep.odd != null ? sleep.odd : dfs.odd;
        boolean compared = odd == null && sleep.through && dpor.through;
        Seen all = dfs.through ? dfs : sleep;
        String lacking = compared ? difference("DPOR", dpor, all) + difference("sleep sets", sleep, all) : "";
        return new ReductionCrossCheck(
                compared, lacking, dfs.executions, sleep.executions, dpor.executions, sleep.traces.size(), odd);
    }

    private static String difference(String name, Seen seen, Seen all) {
        if (seen.traces.equals(all.traces) && seen.outcomes.equals(all.outcomes)) {
            return "";
        }
        Set<String> outcomes = new TreeSet<>(all.outcomes);
        outcomes.removeAll(seen.outcomes);
        return name + " saw " + seen.traces.size() + " of " + all.traces.size() + " traces, and not " + outcomes + "; ";
    }

    private static Seen search(
            Program program,
            Limits limits,
            boolean plainVisible,
            long most,
            Supplier<String> outcome,
            Reduction reduction) {
        DporScheduler policy = new DporScheduler(reduction);
        Set<Long> traces = new TreeSet<>();
        Set<String> outcomes = new TreeSet<>();
        long executions = 0;
        boolean through = false;
        try (PolicyTrial runs = new PolicyTrial(program, limits)) {
            while (!through && executions < most) {
                String unused = outcome.get(); // what runs that did not count left
                End end = runs.run(policy, plainVisible);
                executions++;
                if (!EXPECTED.contains(end)) {
                    return new Seen(traces, outcomes, executions, false, end);
                }
                if (end != End.CUT) {
                    traces.add(policy.traceHash());
                    outcomes.add(end + " " + outcome.get());
                }
                through = !policy.advance();
            }
        }
        return new Seen(traces, outcomes, executions, through, null);
    }
}
