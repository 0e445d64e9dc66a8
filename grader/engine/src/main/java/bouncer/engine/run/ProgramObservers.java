package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.spi.ArrayReadListener;
import java.util.function.IntUnaryOperator;

/**
 * The listeners that a program has installed through {@link bouncer.engine.Model} for one execution. Not thread-safe.
 */
public final class ProgramObservers {
    private ArrayReadListener arrayReads = ArrayReadListener.NONE;
    private Runnable rest = () -> {};
    private IntUnaryOperator identityHashes = IntUnaryOperator.identity();

    ProgramObservers() {}

    /** Returns the listener to reads of arrays; {@link ArrayReadListener#NONE} unless one was installed. */
    public ArrayReadListener arrayReads() {
        return arrayReads;
    }

    /** Installs a listener to reads of arrays. */
    public void listenToArrayReads(ArrayReadListener listener) {
        arrayReads = listener;
    }

    /** Returns the function that maps identity hashes before the program sees them; the identity by default. */
    public IntUnaryOperator identityHashes() {
        return identityHashes;
    }

    /** Installs a function that maps identity hashes before the program sees them. */
    public void mapIdentityHashes(IntUnaryOperator map) {
        identityHashes = map;
    }

    /** Installs an action to run whenever no thread can take a step and virtual time is about to pass. */
    public void onRest(Runnable action) {
        rest = action;
    }

    void rest() {
        rest.run();
    }

    /** Reports a step on a location that admits one thread at a time, such as a lock. */
    public void contended(Actor thread, MemoryLocation location) {
        if (arrayReads != ArrayReadListener.NONE) {
            arrayReads.contended(thread.id(), location.owner, location);
        }
    }
}
