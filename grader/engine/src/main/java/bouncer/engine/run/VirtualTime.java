package bouncer.engine.run;

/** Arithmetic of virtual time, which passes in grains and is counted in nanoseconds. Stateless. */
public final class VirtualTime {
    /** Nanoseconds of a grain: far below what a program would call late, far above what a short spin may take. */
    public static final long GRAIN = 250_000;

    private VirtualTime() {}

    /** The end of the grain in which a deadline lies: no wait ends before its time. */
    public static long endOfGrain(long deadline) {
        long over = Math.floorMod(deadline, GRAIN);
        return over == 0 || deadline > Long.MAX_VALUE - GRAIN ? deadline : deadline - over + GRAIN;
    }

    /** The time so many nanoseconds after another; {@code Long.MAX_VALUE} where that overflows. */
    public static long later(long now, long nanos) {
        long sum = now + nanos;
        return nanos > 0 && sum < now ? Long.MAX_VALUE : sum;
    }
}
