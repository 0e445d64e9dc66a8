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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints for each classic program how many executions each policy takes: to the failure (the mean of some seeds where a policy is
 * random), or to the end of a complete search.
 */
public final class ClassicsTable {
    private static final int SEEDS = 20;
    private static final int MOST = 20_000;

    private ClassicsTable() {}

    public static void main(String[] args) {
        System.out.printf(
                "%-30s %10s %10s %10s %10s   %s%n",
                "program", "DPOR", "sleep sets", "walk", "SURW", "what it comes to");
        Stream.of(Classics.class, Sct.class)
                .flatMap(type -> programs(type).stream())
                .forEach(ClassicsTable::row);
    }

    /** A program by its name. */
    static Program program(String name) {
        Class<?> type = programs(Classics.class).contains(name) ? Classics.class : Sct.class;
        String ours = ClassicsTable.class.getPackageName() + ".";
        return Program.of(type, name, other -> other.startsWith(ours));
    }

    static List<String> programs(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic() && m.getParameterCount() == 0)
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private static void row(String name) {
        Program program = program(name);
        Exploration verdict = Explorer.explore(program, Limits.standard());
        boolean broken = verdict.outcome() instanceof Outcome.Broken;
        System.out.printf(
                "%-30s %10s %10s %10s %10s   %s%n",
                name,
                executions(program, Policy.DPOR, 0),
                executions(program, Policy.SLEEP_SETS, 0),
                broken ? mean(program, Policy.RANDOM) : "",
                broken ? mean(program, Policy.SURW) : "",
                words(verdict));
    }

    private static String words(Exploration verdict) {
        if (verdict.outcome() instanceof Outcome.Broken broken) {
            int preemptions = broken.failure().trace().preemptions();
            return broken.failure().getClass().getSimpleName() + " with " + preemptions
                    + (preemptions == 1 ? " preemption" : " preemptions");
        }
        return "all agree";
    }

    private static String executions(Program program, Policy policy, long seed) {
        Limits limits =
                Limits.standard().withPolicy(policy).withExecutions(MOST).withSeed(seed);
        return String.valueOf(Explorer.explore(program, limits).counts().executions());
    }

    private static String mean(Program program, Policy policy) {
        double all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            all += Long.parseLong(executions(program, policy, seed));
        }
        return String.format(Locale.ROOT, "%.1f", all / SEEDS);
    }
}
