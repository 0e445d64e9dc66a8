package bouncer.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program: what each thread does, one after the other. Monitors are entered and left in pairs.
 *
 * @param timed whether timed waits may end at any moment
 * @param spurious spurious wake-ups allowed to each thread
 */
public record Spec(List<List<Step>> threads, boolean timed, int spurious) {
    /** Programs from this seed on have stores weaker than volatile. */
    static final long WEAK = 1_000_000;

    /** Programs from this seed on do little but wait for each other, and interrupt. */
    static final long WAITING = 2_000_000;

    /** One act, on the thing of that number. */
    public record Step(Act act, int on) {
        @Override
        public String toString() {
            return act + "(" + on + ")";
        }
    }

    private static final Act[] VARIABLES = {Act.READ, Act.WRITE, Act.ADD};
    private static final Act[] ORDERED = {Act.READ_VOLATILE, Act.WRITE_VOLATILE, Act.COMPARE_AND_SET};
    private static final Act[] WAITS = {Act.WAIT, Act.NOTIFY, Act.NOTIFY_ALL, Act.TIMED_WAIT};
    private static final Act[] PARKS = {Act.PARK, Act.UNPARK, Act.TIMED_PARK};
    private static final Act[] PERMITS = {Act.ACQUIRE, Act.TRY_ACQUIRE, Act.RELEASE};
    private static final Act[] CONDITIONS = {Act.AWAIT, Act.TIMED_AWAIT, Act.SIGNAL};
    private static final Act[] NESTED = {Act.COMPUTE, Act.MERGE};
    private static final Act[] STORES = {Act.RELEASE_STORE, Act.OPAQUE_STORE, Act.RELEASE_STORE};
    private static final Act[] AROUND = {
        Act.READ_VOLATILE,
        Act.READ_VOLATILE,
        Act.WRITE_VOLATILE,
        Act.COMPARE_AND_SET,
        Act.FENCE,
        Act.STORE_FENCE,
        Act.POLL,
        Act.OFFER
    };
    private static final Act[] MEETING = {Act.WAIT, Act.WAIT, Act.NOTIFY, Act.NOTIFY_ALL};
    private static final Act[] UNTIMED = {Act.PARK, Act.PARK, Act.UNPARK, Act.READ_VOLATILE, Act.WRITE_VOLATILE};
    private static final Act[] INTERRUPTS = {Act.INTERRUPT, Act.INTERRUPT, Act.INTERRUPTED};
    private static final Act[] REST = {Act.INTERRUPT, Act.INTERRUPTED, Act.SLEEP, Act.CLOCK};

    /** The program of a seed. */
    static Spec of(long seed) {
        Random random = new Random(seed);
        int threads = 2 + random.nextInt(2);
        int flavour =
                seed >= WAITING ? 12 + random.nextInt(3) : seed >= WEAK ? 9 + random.nextInt(3) : random.nextInt(9);
        List<List<Step>> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            List<Step> steps = new ArrayList<>();
            int most = (threads == 2 ? 3 : 2) + random.nextInt(2);
            while (steps.size() < most) {
                add(random, flavour, threads, steps);
            }
            all.add(steps);
        }
        return new Spec(all, random.nextInt(3) == 0, random.nextInt(4) == 0 ? 1 : 0);
    }

    private static void add(Random random, int flavour, int threads, List<Step> steps) {
        int kind = random.nextInt(10);
        switch (flavour) {
            case 0 -> simple(random, kind < 5 ? VARIABLES : ORDERED, 2, steps);
            case 1 -> locked(random, kind < 6 ? VARIABLES : ORDERED, steps);
            case 2 -> {
                if (kind < 7) {
                    locked(random, WAITS, steps);
                } else {
                    simple(random, REST, threads, steps);
                }
            }
            case 3 -> simple(random, kind < 7 ? PARKS : ORDERED, threads, steps);
            case 4 -> simple(random, kind < 4 ? PARKS : kind < 8 ? REST : ORDERED, threads, steps);
            case 6 -> simple(random, kind < 6 ? PERMITS : kind < 8 ? ORDERED : REST, threads, steps);
            case 8 -> simple(random, kind < 6 ? NESTED : ORDERED, 2, steps);
            case 7 -> simple(random, kind < 7 ? CONDITIONS : REST, threads, steps);
            case 9 -> simple(random, kind < 5 ? STORES : AROUND, 2, steps);
            case 10 -> {
                if (kind < 5) {
                    simple(random, STORES, 2, steps);
                } else if (kind < 7) {
                    locked(random, ORDERED, steps);
                } else {
                    simple(random, AROUND, 2, steps);
                }
            }
            case 11 -> simple(random, kind < 5 ? STORES : kind < 8 ? AROUND : PARKS, threads, steps);
            case 12 -> {
                if (kind < 7) {
                    within(0, new Step(MEETING[random.nextInt(MEETING.length)], 0), random, steps);
                } else {
                    simple(random, INTERRUPTS, threads, steps);
                }
            }
            case 13 -> simple(random, kind < 7 ? UNTIMED : INTERRUPTS, threads, steps);
            case 14 -> simple(random, kind < 7 ? CONDITIONS : INTERRUPTS, threads, steps);
            default -> {
                Act[][] groups = {VARIABLES, ORDERED, PARKS, REST};
                if (kind < 4) {
                    locked(random, WAITS, steps);
                } else {
                    simple(random, groups[random.nextInt(4)], threads, steps);
                }
            }
        }
    }

    private static void simple(Random random, Act[] acts, int things, List<Step> steps) {
        steps.add(new Step(acts[random.nextInt(acts.length)], random.nextInt(things)));
    }

    private static void locked(Random random, Act[] acts, List<Step> steps) {
        int monitor = random.nextInt(2);
        Act act = acts[random.nextInt(acts.length)];
        within(monitor, new Step(act, acts == WAITS ? monitor : random.nextInt(2)), random, steps);
    }

    private static void within(int monitor, Step step, Random random, List<Step> steps) {
        steps.add(new Step(Act.LOCK, monitor));
        steps.add(step);
        if (random.nextInt(3) == 0) {
            boolean waits = List.of(WAITS).contains(step.act);
            steps.add(new Step(waits ? Act.NOTIFY : Act.READ, monitor));
        }
        steps.add(new Step(Act.UNLOCK, monitor));
    }
}
