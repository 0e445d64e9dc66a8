package bouncer.engine.buffer;

import org.jspecify.annotations.Nullable;

/** Direct access to the variable of a location, without a step and without ordering. */
public interface Cell {
    /** Returns the value. */
    @Nullable
    Object get();

    /** Sets the value. */
    void set(@Nullable Object value);
}
