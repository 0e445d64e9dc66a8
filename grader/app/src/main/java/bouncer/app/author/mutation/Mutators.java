package bouncer.app.author.mutation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All mutation operators, after "ConMAn: mutation operators for concurrent Java" (Bradbury, Cordy, Dingel, 2006).
 * Stateless.
 */
public final class Mutators {
    private static final List<Function<Source, Mutator>> GROUPS = List.of(
            MonitorMutator::new,
            WaitMutator::new,
            AtomicMutator::new,
            LockMutator::new,
            CountMutator::new,
            TimeMutator::new,
            OrderMutator::new);

    private Mutators() {}

    /**
     * Makes every mutant of a class that compiles.
     *
     * @param sources text by path below the source root, which must be correct Java
     * @return mutants in the order of files and operators; none twice, none that does not compile
     */
    public static List<Mutant> of(Map<String, String> sources) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (Map.Entry<String, String> file : sources.entrySet()) {
            Source source = Source.parse(file.getKey(), file.getValue());
            GROUPS.forEach(group -> group.apply(source).mutate());
            for (Mutant mutant : source.mutants()) {
                if (texts.add(mutant.after()) && Compiles.with(sources, mutant)) {
                    mutants.add(mutant);
                }
            }
        }
        return mutants;
    }
}
