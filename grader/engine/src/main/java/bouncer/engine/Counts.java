package bouncer.engine;

import java.util.List;

/**
 * Statistics of a search, which tell "nothing was found" from "nothing was explored".
 *
 * @param executions all executions begun, also those cut short
 * @param redundant those cut short because another order of the same steps had been seen
 * @param truncated those cut at the limit of steps
 * @param steps steps of all executions
 * @param points calls of instrumented code into the engine in the longest execution; 0 means that nothing was
 *     controlled
 * @param threads most threads of one execution
 * @param spins executions in which a spin loop was replaced by a wait for a change
 * @param weak executions with accesses weaker than volatile that hardware may reorder in ways that were not explored:
 *     no coverage is complete then
 * @param instrumented names of the classes that were instrumented
 * @param carrier the name of the carrier that ran the model threads
 */
public record Counts(
        long executions,
        long redundant,
        long truncated,
        long steps,
        long points,
        int threads,
        long spins,
        long weak,
        List<String> instrumented,
        String carrier) {

    /** Returns the statistics of this search and a later one together. */
    public Counts plus(Counts later) {
        return new Counts(
                executions + later.executions,
                redundant + later.redundant,
                truncated + later.truncated,
                steps + later.steps,
                Math.max(points, later.points),
                Math.max(threads, later.threads),
                spins + later.spins,
                weak + later.weak,
                later.instrumented,
                later.carrier);
    }
}
