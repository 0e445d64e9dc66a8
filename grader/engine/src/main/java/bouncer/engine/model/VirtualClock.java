package bouncer.engine.model;

import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import java.time.Instant;

/**
 * What instrumented code reads off its clocks. Time itself passes in grains, where a wait ends by it, and for who turns in a loop
 * for as long as one lasts; a reading lies within the grain of its moment, and a little later for all that happened before it. So
 * readings never repeat, and are a function of the execution's happens-before alone: threads that have nothing to do with each
 * other can't tell which of them read first. Two waits that end in one grain end at once, in either order.
 *
 * <p>Some machines show whole microseconds and some show any nanosecond, so readings of both kinds come within one execution, to
 * each thread and to several: who behaves only where a clock reads something round, or only where it does not, is seen
 * behaving otherwise.
 */
public final class VirtualClock {
    /** Nanoseconds of a grain: far below what a check calls too late, far above what a short spin may take. */
    public static final long GRAIN = 250_000;

    private static final int MICRO = 1_000;

    /** What {@code nanoTime} shows at time 0, in whole microseconds: a machine that has been up for some hours. */
    private static final long UP_NANOS = 15_183_402_716_000L;
    /** What the wall clock shows then. */
    private static final Instant WALL = Instant.ofEpochSecond(1_791_364_582, 947_618_000);

    private static final int PACE = 100;
    private static final int JITTER = PACE - 1;
    private static final int MIX = 0x9E3779B1;

    private VirtualClock() {}

    public static long nanoTime(Execution x, Task task) {
        return UP_NANOS + x.time(task) + within(task);
    }

    public static Instant instant(Execution x, Task task) {
        return WALL.plusNanos(x.time(task) + within(task));
    }

    /** Each reading is an event of its own, and what comes after it reads more. One that is round counts as so many as it takes. */
    private static long within(Task task) {
        long events = task.clock.sum() + 1;
        boolean round = isRound(task.number, task.readings++);
        int more = round ? (int) Math.floorMod(-events, (long) MICRO / PACE) : 0;
        task.clock.set(task.id, task.clock.get(task.id) + 1 + more);
        int crooked = round ? 0 : 1 + Integer.remainderUnsigned((int) events * MIX, JITTER);
        return Math.min(GRAIN - 1, (events + more) * PACE + crooked);
    }

    /** The sequence of Thue and Morse, which has no period, and its opposite for every other thread. */
    private static boolean isRound(int thread, int reading) {
        return (thread + Integer.bitCount(reading)) % 2 == 0;
    }

    /** The end of the grain in which a deadline lies: no wait ends before its time. */
    public static long grain(long deadline) {
        long over = Math.floorMod(deadline, GRAIN);
        return over == 0 || deadline > Long.MAX_VALUE - GRAIN ? deadline : deadline - over + GRAIN;
    }
}
