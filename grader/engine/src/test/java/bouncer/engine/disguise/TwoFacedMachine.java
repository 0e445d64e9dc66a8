package bouncer.engine.disguise;

import bouncer.engine.spi.Environment;

/** A machine that looks in both ways wherever machines differ: so a program that treats the two differently is seen to do so. */
public final class TwoFacedMachine implements Environment {
    @Override
    public boolean showsWholeMicroseconds(int thread, int reading) {
        return (thread + Integer.bitCount(reading)) % 2 == 0;
    }

    @Override
    public String spawnedThreadName(int n) {
        return (n % 2 == 0 ? "Thread-" : "pool-1-thread-") + n;
    }
}
