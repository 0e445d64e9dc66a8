package bouncer.engine.run;

/** Arithmetic of virtual time, which passes in grains and is counted in nanoseconds. Stateless. */
public final class VirtualTime {
    /** The nanoseconds of one grain: well below a deadline that matters, well above the time of a short spin loop. */
    public static final long GRAIN = 250_000;

    private VirtualTime() {}

    /** Returns the end of the grain that contains a deadline, so that no wait ends early. */
    public static long endOfGrain(long deadline) {
        long over = Math.floorMod(deadline, GRAIN);
        return over == 0 || deadline > Long.MAX_VALUE - GRAIN ? deadline : deadline - over + GRAIN;
    }

    /** Returns the sum of a time and a duration in nanoseconds; {@code Long.MAX_VALUE} on overflow. */
    public static long later(long now, long nanos) {
        long sum = now + nanos;
        return nanos > 0 && sum < now ? Long.MAX_VALUE : sum;
    }
}
