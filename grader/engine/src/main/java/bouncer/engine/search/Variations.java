package bouncer.engine.search;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.model.Variation;
import bouncer.engine.run.Chance;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Searches of a program that sees what is up to chance, with several values of it. They can't be all values, so that
 * nothing is complete then; except for ids of threads, of which the program can only ask which are equal.
 */
final class Variations {
    /** Small and large ids, near to each other and far apart. */
    private static final int OF_IDS = 2;

    private Variations() {}

    /**
     * Searches the variations.
     *
     * @param usual the result with the usual values
     * @param chances what the program has seen of chance
     * @param search searches a variation within some limits
     */
    static Exploration of(
            Exploration usual, Set<Chance> chances, Limits limits, BiFunction<Integer, Limits, Exploration> search) {
        if (!(usual.outcome() instanceof Outcome.Passed)) {
            return usual;
        }
        boolean onlyIds = chances.equals(Set.of(Chance.IDS));
        int variations = onlyIds ? OF_IDS : Variation.OTHERS;
        Limits each = limits.withExecutions(Math.max(1, limits.executions() / 2 / variations));
        Exploration all = usual;
        for (int variation = 1; variation <= variations; variation++) {
            Exploration next = search.apply(variation, each);
            all = new Exploration(
                    next.outcome(),
                    both(all.coverage(), next.coverage()),
                    all.counts().plus(next.counts()));
            if (!(next.outcome() instanceof Outcome.Passed)) {
                return all;
            }
        }
        return onlyIds
                ? all
                : new Exploration(
                        all.outcome(), new Coverage.Sampled(all.coverage().executions()), all.counts());
    }

    private static Coverage both(Coverage first, Coverage second) {
        long executions = first.executions() + second.executions();
        if (first instanceof Coverage.Complete && second instanceof Coverage.Complete) {
            return new Coverage.Complete(executions);
        }
        return new Coverage.Sampled(executions);
    }
}
