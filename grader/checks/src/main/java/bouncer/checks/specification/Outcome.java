package bouncer.checks.specification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic step that a call may take in a state. Immutable; made by {@link Moment}.
 *
 * @param <S> the abstract state of one object
 */
public sealed interface Outcome<S> {

    /** The call cannot go on in this state. */
    record Waits<S>() implements Outcome<S> {}

    /**
     * The contract says nothing about this call in this state.
     *
     * @param why what is open, in words
     */
    record Open<S>(String why) implements Outcome<S> {}

    /** Any of these. */
    record Either<S>(List<Outcome<S>> choices) implements Outcome<S> {
        public Either {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The call takes effect and returns.
     *
     * @param world the states of all objects afterwards
     * @param value what it returns; null for nothing
     * @param sees whether it shows the caller the effect of other calls, which must then happen-before its return
     * @param anyValue whether any value is right
     */
    record Returns<S>(List<S> world, @Nullable Object value, boolean sees, boolean anyValue) implements Outcome<S> {}

    /**
     * The call throws.
     *
     * @param world the states of all objects afterwards
     * @param types one of which the exception must be an instance of
     */
    record Throws<S>(List<S> world, List<Class<? extends Throwable>> types) implements Outcome<S> {
        public Throws {
            types = List.copyOf(types);
        }
    }

    /**
     * The call throws what the maker threw.
     *
     * @param world the states of all objects afterwards
     */
    record Rethrows<S>(List<S> world) implements Outcome<S> {}

    /**
     * The call takes effect in part, and goes on later.
     *
     * @param world the states of all objects afterwards
     * @param rest its other steps
     */
    record Continues<S>(List<S> world, Behavior<S> rest) implements Outcome<S> {}

    /**
     * The call takes effect in part, calls the maker of resources, and goes on when that has ended.
     *
     * @param world the states of all objects afterwards
     * @param rest its other steps
     */
    record Makes<S>(List<S> world, Behavior.AfterMaking<S> rest) implements Outcome<S> {}

    /** This way of taking the earlier steps was impossible. */
    record Impossible<S>() implements Outcome<S> {}
}
