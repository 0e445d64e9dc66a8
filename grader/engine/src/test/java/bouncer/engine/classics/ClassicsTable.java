package bouncer.engine.classics;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.run.End;
import bouncer.engine.schedule.DporScheduler;
import bouncer.engine.schedule.DporScheduler.Reduction;
import bouncer.engine.schedule.PreemptionBoundedScheduler;
import bouncer.engine.schedule.RandomScheduler;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.schedule.SurwScheduler;
import bouncer.engine.search.PolicyTrial;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Prints for each classic program how many executions each policy takes: to the failure (the mean of some seeds where a policy is
 * random), or to the end of a complete search. With names as arguments only for those.
 */
public final class ClassicsTable {
    private static final int SEEDS = 50;
    private static final int MOST = 10_000;
    private static final int MOST_OF_A_WALK = 2_000;
    private static final int MOST_PREEMPTIONS = 6;
    private static final Set<End> BAD =
            EnumSet.of(End.BLOCKED, End.RACE, End.THREW, End.SPINNING, End.ENDLESS, End.WAITED);

    /** The executions up to a failure, which is their last, or all there were. */
    private record Found(String executions, boolean broken) {}

    private ClassicsTable() {}

    public static void main(String[] args) {
        System.out.println("| program | DPOR | sleep sets | by preemptions | walk | SURW |");
        System.out.println("|---|---|---|---|---|---|");
        Stream.of(Classics.class, Sct.class)
                .flatMap(type -> programs(type).stream())
                .filter(name -> args.length == 0 || List.of(args).contains(name))
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
        try (PolicyTrial runs = new PolicyTrial(program(name), Limits.standard())) {
            runs.run(new RandomScheduler(0, 1), false); // loads classes
            Found dpor = search(runs, new DporScheduler(Reduction.DPOR), MOST);
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    name,
                    dpor.broken ? dpor.executions + " to the failure" : dpor.executions,
                    search(runs, new DporScheduler(Reduction.SLEEP_SETS), MOST).executions,
                    byPreemptions(runs),
                    dpor.broken ? mean(runs, seed -> new RandomScheduler(seed, MOST_OF_A_WALK)) : "",
                    dpor.broken ? mean(runs, seed -> new SurwScheduler(seed, MOST_OF_A_WALK)) : "");
        }
    }

    private static Found search(PolicyTrial runs, Scheduler policy, int most) {
        for (int n = 1; n <= most; n++) {
            if (BAD.contains(runs.run(policy, false))) {
                return new Found(String.valueOf(n), true);
            }
            if (!policy.advance()) {
                return new Found(String.valueOf(n), false);
            }
        }
        return new Found("over " + most, false);
    }

    private static String byPreemptions(PolicyTrial runs) {
        int before = 0;
        for (int bound = 0; bound <= MOST_PREEMPTIONS; bound++) {
            PreemptionBoundedScheduler policy = new PreemptionBoundedScheduler(bound);
            Found found = search(runs, policy, MOST - before);
            if (found.executions.startsWith("over")) {
                break;
            }
            before += Integer.parseInt(found.executions);
            if (found.broken) {
                return before + " (" + bound + ")";
            }
            if (!policy.leftOut()) {
                return String.valueOf(before);
            }
        }
        return "over " + MOST;
    }

    private static String mean(PolicyTrial runs, LongFunction<Scheduler> policy) {
        double all = 0;
        int missed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Found found = search(runs, policy.apply(seed), MOST_OF_A_WALK);
            if (found.broken) {
                all += Integer.parseInt(found.executions);
            } else {
                missed++;
            }
        }
        String mean = String.format(Locale.ROOT, "%.1f", all / Math.max(1, SEEDS - missed));
        return missed == 0 ? mean : mean + ", missed by " + missed + " of " + SEEDS;
    }
}
