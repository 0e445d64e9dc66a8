package bouncer.engine.model;

import bouncer.engine.run.Task;
import bouncer.engine.run.VirtualTime;
import bouncer.engine.spi.Environment;
import java.time.Instant;

/**
 * The clocks that one model thread reads. Time itself passes in grains: where a wait ends by it, and for a thread that
 * computes for as long as one lasts. A reading lies within the grain of its moment, and a little later for all that
 * happened before it. So readings never repeat, and are a function of the execution's happens-before alone: threads
 * that are not ordered can't tell which of them read first. Two waits that end in one grain end at once, in either
 * order.
 */
public final class VirtualClock {
    private static final int MICRO = 1_000;

    /**
     * The value of {@code nanoTime} at time 0, in whole microseconds: as of a machine that has been up for some hours.
     */
    private static final long UP_NANOS = 15_183_402_716_000L;
    /** The wall clock at time 0. */
    private static final Instant WALL = Instant.ofEpochSecond(1_791_364_582, 947_618_000);

    private static final int PACE = 100;
    private static final int JITTER = PACE - 1;
    private static final int MIX = 0x9E3779B1;

    private final Task task;
    private int readings;

    VirtualClock(Task task) {
        this.task = task;
    }

    /** As {@code System.nanoTime}. */
    public long nanoTime() {
        return UP_NANOS + task.execution().enabled().time(task) + within();
    }

    /** As {@code Instant.now}. */
    public Instant instant() {
        return WALL.plusNanos(task.execution().enabled().time(task) + within());
    }

    /**
     * Each reading is an event of its own, and what follows it reads more. One of whole microseconds counts as several
     * events.
     */
    private long within() {
        task.reachesOutside();
        long events = task.clock().sum() + 1;
        boolean coarse = Environment.current().showsWholeMicroseconds(task.number(), readings++);
        int more = coarse ? (int) Math.floorMod(-events, (long) MICRO / PACE) : 0;
        task.clock().set(task.id(), task.clock().get(task.id()) + 1 + more);
        int jitter = coarse ? 0 : 1 + Integer.remainderUnsigned((int) events * MIX, JITTER);
        return Math.min(VirtualTime.GRAIN - 1, (events + more) * PACE + jitter);
    }
}
