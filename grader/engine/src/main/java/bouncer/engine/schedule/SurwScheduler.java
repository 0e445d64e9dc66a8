package bouncer.engine.schedule;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Selectively uniform random walk (Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS
 * 2025): in each execution one shared variable is interesting, and the orders of the steps on it are drawn with equal
 * chances. Which task takes the next such step is drawn beforehand, weighted by how many each has left; all others that
 * are about to take one stand back until it has. The weights are estimated by the walks so far: the most steps each
 * task was seen to take on that variable.
 */
public final class SurwScheduler implements Scheduler {
    private final long seed;
    private final long most;
    private long round;
    private SplittableRandom random;
    /**
     * How many steps each task takes on each variable; variables are known by class and part, as objects differ each
     * time.
     */
    private final Map<String, int[]> weights = new LinkedHashMap<>();

    private final Map<String, int[]> counted = new LinkedHashMap<>();
    private @Nullable String chosen;
    private int[] left = new int[0];
    private int intended = -1;

    /**
     * A number of walks.
     *
     * @param most how many
     */
    public SurwScheduler(long seed, long most) {
        this.seed = seed;
        this.most = most;
        random = new SplittableRandom(seed);
    }

    @Override
    public void begin() {
        counted.forEach((name, counts) -> weights.merge(name, counts, SurwScheduler::largest));
        counted.clear();
        random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * ++round);
        List<Map.Entry<String, int[]>> shared = weights.entrySet().stream()
                .filter(entry ->
                        Arrays.stream(entry.getValue()).filter(n -> n > 0).count() > 1)
                .toList();
        if (shared.isEmpty()) {
            chosen = null;
            left = new int[0];
        } else {
            Map.Entry<String, int[]> variable = shared.get(random.nextInt(shared.size()));
            chosen = variable.getKey();
            left = variable.getValue().clone();
        }
        intended = draw();
    }

    private static int[] largest(int[] one, int[] other) {
        int[] most = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            most[i] = Math.max(most[i], other[i]);
        }
        return most;
    }

    /** Returns the task that takes the next interesting step, by what each has left; -1 when none has any. */
    private int draw() {
        int all = Arrays.stream(left).sum();
        int pick = all == 0 ? 0 : random.nextInt(all);
        for (int task = 0; all > 0 && task < left.length; task++) {
            pick -= left[task];
            if (pick < 0) {
                return task;
            }
        }
        return -1;
    }

    @Override
    public int choose(ExecutionState state) {
        List<Integer> can = new ArrayList<>();
        List<Integer> mayNow = new ArrayList<>();
        for (int task = 0; task < state.tasks(); task++) {
            if (state.branches(task) != 0) {
                can.add(task);
                if (intended < 0 || task == intended || !interesting(state.pending(task))) {
                    mayNow.add(task);
                }
            }
        }
        // The intended one may be blocked, or not come by any more: then any of those that stand back goes in its
        // place.
        List<Integer> among = mayNow.isEmpty() ? can : mayNow;
        int task = among.get(random.nextInt(among.size()));
        took(task, state.pending(task));
        return Scheduler.choice(task, Scheduler.anyBranch(state.branches(task), random));
    }

    private void took(int task, Operation op) {
        for (int i = 0; i < op.size(); i++) {
            if (isShared(op.location(i))) {
                int[] counts = counted.computeIfAbsent(name(op.location(i)), name -> new int[task + 1]);
                if (counts.length <= task) {
                    counts = Arrays.copyOf(counts, task + 1);
                    counted.put(name(op.location(i)), counts);
                }
                counts[task]++;
            }
        }
        if (interesting(op)) {
            if (task < left.length && left[task] > 0) {
                left[task]--;
            }
            intended = draw();
        }
    }

    private boolean interesting(Operation op) {
        for (int i = 0; chosen != null && i < op.size(); i++) {
            if (name(op.location(i)).equals(chosen)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Starts, ends and interrupts of threads are no accesses of a shared variable: their orders decide little, and to
     * draw those draws nothing else.
     */
    private static boolean isShared(MemoryLocation loc) {
        return loc.slot != LocationSlots.LIFE && loc.slot != LocationSlots.INTERRUPT;
    }

    private static String name(MemoryLocation loc) {
        Class<?> type = loc.owner instanceof Class<?> itself ? itself : loc.owner.getClass();
        return type.getName() + "#" + loc.slot;
    }

    @Override
    public void discardExecution() {
        round--;
        counted.clear();
    }

    @Override
    public boolean advance() {
        return round < most;
    }
}
