package bouncer.worker.runtime;

import bouncer.engine.spi.Environment;

/**
 * Makes the modelled machine look like a real one, so that a submission cannot recognise an exploration. Where real
 * machines differ, the model shows both behaviours within one execution, so that code which depends on one of them is
 * tested with both. Stateless.
 */
public final class OrdinaryMachine implements Environment {
    /** Follows the Thue-Morse sequence, which has no period, and its complement in every other thread. */
    @Override
    public boolean showsWholeMicroseconds(int thread, int reading) {
        return (thread + Integer.bitCount(reading)) % 2 == 0;
    }

    @Override
    public String spawnedThreadName(int n) {
        return (n % 2 == 0 ? "Thread-" : "pool-1-thread-") + n;
    }
}
