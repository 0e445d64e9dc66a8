package bouncer.engine.classics;

import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Prints, for each classic program and policy, the executions to its failure, or of the whole search. */
public final class ClassicsTable {
    private static final List<Policy> POLICIES = List.of(Policy.DPOR, Policy.SLEEP_SETS, Policy.RANDOM, Policy.SURW);

    private ClassicsTable() {}

    public static void main(String[] args) {
        System.out.printf("%-32s%s%n", "program", POLICIES);
        Arrays.stream(Classics.class.getDeclaredMethods())
                .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic() && m.getParameterCount() == 0)
                .map(Method::getName)
                .sorted(Comparator.naturalOrder())
                .forEach(ClassicsTable::row);
    }

    private static void row(String program) {
        StringBuilder row = new StringBuilder("%-32s".formatted(program));
        for (Policy policy : POLICIES) {
            Exploration found = Explorer.explore(
                    Program.of(Classics.class, program),
                    Limits.standard().withPolicy(policy).withExecutions(2_000));
            String how = found.outcome() instanceof Outcome.Broken broken
                    ? broken.failure().getClass().getSimpleName()
                    : found.coverage().getClass().getSimpleName();
            row.append("%-22s".formatted(found.counts().executions() + " " + how));
        }
        System.out.println(row);
    }
}
