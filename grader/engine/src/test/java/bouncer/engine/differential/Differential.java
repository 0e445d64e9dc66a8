package bouncer.engine.differential;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.search.ReductionCrossCheck;

/**
 * Searches generated programs in three ways, which must see the same Mazurkiewicz traces and the same outcomes. As a command:
 * {@code Differential FIRST-SEED HOW-MANY}.
 */
public final class Differential {
    /** Executions of one way of searching one program, where time does not matter. */
    private static final int MOST = 30_000;

    private Differential() {}

    /** Compares on the program of a seed, if that is small enough to be searched by so many executions. */
    static ReductionCrossCheck compare(long seed, int most) {
        Spec spec = Spec.of(seed);
        Board.put(spec);
        Program program = Program.of(Interpreted.class, "main", name -> name.startsWith(Interpreted.class.getName()));
        Limits limits = Limits.standard()
                .withTimeoutsAsChoices(spec.timed())
                .withSpuriousWakeups(spec.spurious())
                .withRacesFail(false);
        ReductionCrossCheck agreement = ReductionCrossCheck.on(program, limits, true, most, Differential::seen);
        if (agreement.odd() != null) {
            // Then it is not the program that was run, and three searches of nothing would agree.
            throw new IllegalStateException(spec + " ended as " + agreement.odd());
        }
        return agreement;
    }

    private static String seen() {
        String seen = Board.seen();
        Board.clear();
        return seen;
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
            ReductionCrossCheck agreement = compare(seed, MOST);
            compared += agreement.compared() ? 1 : 0;
            executions += agreement.compared() ? agreement.dpor() : 0;
            traces += agreement.compared() ? agreement.traces() : 0;
            if (!agreement.lacking().isEmpty()) {
                wrong++;
                System.out.println(seed + " " + agreement + "\n    " + Spec.of(seed));
            }
        }
        System.out.printf(
                "%d programs, %d small enough to compare, %d differ; DPOR took %d executions for %d traces; %.1f s%n",
                many, compared, wrong, executions, traces, (System.nanoTime() - start) / 1e9);
        System.exit(wrong == 0 ? 0 : 1);
    }
}
