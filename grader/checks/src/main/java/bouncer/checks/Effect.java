package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * The effect of one call in one state, according to a sequential specification.
 *
 * @param <S> the state: immutable, with {@code equals} and {@code hashCode}
 * @param possible false when the call cannot take effect in that state, such as an acquire with no permit left
 * @param state the state afterwards
 * @param result what the call returns, or the class of what it throws, or null for nothing
 */
public record Effect<S>(boolean possible, S state, @Nullable Object result) {

    /** Returns the effect of a call that leads to this state and returns this result. */
    public static <S> Effect<S> of(S state, @Nullable Object result) {
        return new Effect<>(true, state, result);
    }

    /** Returns the effect of a call that leads to this state and returns nothing. */
    public static <S> Effect<S> to(S state) {
        return new Effect<>(true, state, null);
    }

    /** Returns the effect of a call that must wait in this state. */
    public static <S> Effect<S> waits(S state) {
        return new Effect<>(false, state, null);
    }
}
