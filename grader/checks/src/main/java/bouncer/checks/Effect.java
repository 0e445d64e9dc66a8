package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * What a sequential specification says of one call made in one state.
 *
 * @param <S> the state: immutable, with {@code equals} and {@code hashCode}
 * @param possible false when the call cannot take effect in that state, such as an acquire with no permit left
 * @param state the state afterwards
 * @param result what the call returns, or the class of what it throws, or null for nothing
 */
public record Effect<S>(boolean possible, S state, @Nullable Object result) {

    /** The call takes effect and returns this. */
    public static <S> Effect<S> of(S state, @Nullable Object result) {
        return new Effect<>(true, state, result);
    }

    /** The call takes effect and returns nothing. */
    public static <S> Effect<S> to(S state) {
        return new Effect<>(true, state, null);
    }

    /** The call has to wait in this state. */
    public static <S> Effect<S> waits(S state) {
        return new Effect<>(false, state, null);
    }
}
