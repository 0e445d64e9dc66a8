package bouncer.engine.carrier;

import org.jspecify.annotations.Nullable;

/** Runs model threads, one at a time. A seat is what a model thread runs on; it is made by {@link #seat}. */
public interface Carrier extends AutoCloseable {
    /** Returns the name of the carrier, for reports. */
    String name();

    /**
     * Returns a seat for a body that will run when control is first handed to it. The body calls {@link #leave} last.
     */
    Object seat(Runnable body);

    /** Runs a seat, and returns when control is transferred back to the driver. Called by the driver. */
    void drive(Object first);

    /**
     * Transfers control from the caller's seat to another, or back to the driver if that is null. Returns when control
     * comes back.
     *
     * @throws IllegalStateException if the caller can't be suspended where it is
     */
    void transfer(Object from, @Nullable Object to);

    /** Transfers control at the end of a body, for good. */
    void leave(Object from, @Nullable Object to);

    /**
     * Gets rid of a seat whose body has not ended: it is resumed once, to unwind, or just dropped. Called by the
     * driver.
     */
    void discard(Object seat);

    /** Returns true if the calling thread runs the seat. */
    boolean runs(Object seat);

    @Override
    void close();
}
