package bouncer.engine.buffer;

import org.jspecify.annotations.Nullable;

/** The place in memory that a location is, read and written as it stands: no step, no order. */
public interface Cell {
    /** What it holds. */
    @Nullable
    Object get();

    /** Puts something else there. */
    void set(@Nullable Object value);
}
