package bouncer.engine.differential;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.run.End;
import bouncer.engine.schedule.DepthFirst;
import bouncer.engine.schedule.DepthFirst.Reduction;
import bouncer.engine.search.Runs;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches generated programs in three ways, which must see the same Mazurkiewicz traces and the same outcomes. As a command:
 * {@code Differential FIRST-SEED HOW-MANY}.
 */
public final class Differential {
    /** Executions of one way of searching one program, where time does not matter. */
    private static final int MOST = 30_000;
    /** How a generated program can end. */
    private static final Set<End> OWN = EnumSet.of(End.DONE, End.BLOCKED);

    /** What one way of searching saw. */
    record Seen(Set<Long> traces, Set<String> outcomes, long executions, boolean through) {}

    /** What became of one program; lacking is empty if all three agree. */
    record Verdict(long seed, boolean compared, String lacking, long dfs, long sleepSets, long dpor, int traces) {}

    private Differential() {}

    /** Compares on the program of a seed, if that is small enough to be searched by so many executions. */
    static Verdict compare(long seed, int most) {
        Spec spec = Spec.of(seed);
        Board.put(spec);
        Seen dpor = search(spec, Reduction.DPOR, most);
        Seen sleep = search(spec, Reduction.SLEEP_SETS, most);
        Seen dfs = search(spec, Reduction.NONE, most);
        boolean compared = dpor.through && sleep.through && dfs.through;
        String lacking = "";
        if (compared) {
            lacking = difference("DPOR", dpor, dfs) + difference("sleep sets", sleep, dfs);
        } else if (sleep.through && dpor.through) {
            compared = true;
            lacking = difference("DPOR", dpor, sleep);
        }
        return new Verdict(
                seed, compared, lacking, dfs.executions, sleep.executions, dpor.executions, sleep.traces.size());
    }

    private static String difference(String name, Seen seen, Seen all) {
        if (seen.traces.equals(all.traces) && seen.outcomes.equals(all.outcomes)) {
            return "";
        }
        Set<String> outcomes = new TreeSet<>(all.outcomes);
        outcomes.removeAll(seen.outcomes);
        return name + " saw " + seen.traces.size() + " of " + all.traces.size() + " traces, and not " + outcomes + "; ";
    }

    private static Seen search(Spec spec, Reduction reduction, int most) {
        Program program = Program.of(Interpreted.class, "main", name -> name.startsWith(Interpreted.class.getName()));
        Limits limits = Limits.standard()
                .withTimeoutsAsChoices(spec.timed())
                .withSpuriousWakeups(spec.spurious())
                .withRacesFail(false);
        DepthFirst policy = new DepthFirst(reduction);
        Set<Long> traces = new TreeSet<>();
        Set<String> outcomes = new TreeSet<>();
        long executions = 0;
        boolean through = false;
        try (Runs runs = new Runs(program, limits)) {
            while (!through && executions < most) {
                Board.clear();
                End end = runs.run(policy, true);
                executions++;
                if (end != End.CUT && !OWN.contains(end)) {
                    // Then it is not the program that was run, and three searches of nothing would agree.
                    throw new IllegalStateException(spec + " ended as " + end);
                }
                if (end != End.CUT) {
                    traces.add(policy.traceHash());
                    outcomes.add(end + " " + Board.seen());
                }
                through = !policy.advance();
            }
        }
        return new Seen(traces, outcomes, executions, through);
    }

    /** Runs the command. */
    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        long many = Long.parseLong(args[1]);
        int compared = 0;
        int wrong = 0;
        long executions = 0;
        long traces = 0;
        long start = System.nanoTime();
        for (long seed = first; seed < first + many; seed++) {
            Verdict verdict = compare(seed, MOST);
            compared += verdict.compared ? 1 : 0;
            executions += verdict.compared ? verdict.dpor : 0;
            traces += verdict.compared ? verdict.traces : 0;
            if (!verdict.lacking.isEmpty()) {
                wrong++;
                System.out.println(verdict + "\n    " + Spec.of(seed));
            }
        }
        System.out.printf(
                "%d programs, %d small enough to compare, %d differ; DPOR took %d executions for %d traces; %.1f s%n",
                many, compared, wrong, executions, traces, (System.nanoTime() - start) / 1e9);
        System.exit(wrong == 0 ? 0 : 1);
    }
}
