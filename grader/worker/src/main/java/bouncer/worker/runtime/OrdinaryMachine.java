package bouncer.worker.runtime;

import bouncer.engine.spi.Environment;

/**
 * The modelled machine looks like any other: nothing tells an exploration from other checks. Where machines differ, it looks in
 * both ways within one execution, so that a program that treats the two differently is seen to do so. Stateless.
 */
public final class OrdinaryMachine implements Environment {
    /** Whole microseconds after the sequence of Thue and Morse, which has no period, and its opposite for every other thread. */
    @Override
    public boolean showsWholeMicroseconds(int thread, int reading) {
        return (thread + Integer.bitCount(reading)) % 2 == 0;
    }

    @Override
    public String spawnedThreadName(int n) {
        return (n % 2 == 0 ? "Thread-" : "pool-1-thread-") + n;
    }
}
