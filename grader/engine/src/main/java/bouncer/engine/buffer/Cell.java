package bouncer.engine.buffer;

import org.jspecify.annotations.Nullable;

/** The variable that a location stands for, read and written directly: no step, no order. */
public interface Cell {
    /** Its value. */
    @Nullable
    Object get();

    /** Gives it another value. */
    void set(@Nullable Object value);
}
