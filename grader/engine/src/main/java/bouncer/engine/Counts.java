package bouncer.engine;

import java.util.List;

/**
 * What was controlled, so that "nothing was found" can be told from "nothing was looked at".
 *
 * @param executions all executions begun, also those cut short
 * @param redundant those cut short because another order of the same steps had been seen
 * @param truncated those cut at the limit of steps
 * @param steps steps of all executions
 * @param points steps that instrumented code itself took in the longest execution; 0 means nothing was controlled
 * @param threads most threads of one execution
 * @param spins executions in which a loop that only looks again was cut down to a wait for a change
 * @param weak executions with accesses weaker than volatile in an order that the machine may change, which was not
 *     shown: nothing is complete then
 * @param instrumented names of the classes that were instrumented
 * @param carrier what it ran on, in words
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
        String carrier) {}
