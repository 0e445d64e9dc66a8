package bouncer.checks.specification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the state that a step makes, to be completed to an {@link Outcome}. Immutable.
 *
 * @param <S> the abstract state of one object
 */
public final class Change<S> {
    private final List<S> world;

    Change(List<S> world) {
        this.world = world;
    }

    /** Changes another object, too. */
    public Change<S> and(int object, S state) {
        return new Change<>(with(world, object, state));
    }

    /** The call has no more steps and returns nothing. */
    public Outcome<S> andReturns() {
        return new Outcome.Returns<>(world, null, true, false);
    }

    /** The call has no more steps and returns this value, an equal one, or this {@link Resource}. */
    public Outcome<S> andReturns(@Nullable Object value) {
        return new Outcome.Returns<>(world, value, true, false);
    }

    /** The call has no more steps and throws an exception of one of these types. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome<S> andThrows(Class<? extends Throwable>... types) {
        return new Outcome.Throws<>(world, List.of(types));
    }

    /** The call has no more steps and throws the very exception that the maker of resources threw. */
    public Outcome<S> andRethrows() {
        return new Outcome.Rethrows<>(world);
    }

    /** The call takes more steps, and other calls may take theirs in between. */
    public Outcome<S> andThen(Behavior<S> rest) {
        return new Outcome.Continues<>(world, rest);
    }

    /** The call calls the maker of resources next, while other calls take their steps. */
    public Outcome<S> andMakes(Behavior.AfterMaking<S> rest) {
        return new Outcome.Makes<>(world, rest);
    }

    static <S> List<S> with(List<S> world, int object, S state) {
        List<S> changed = new ArrayList<>(world);
        changed.set(object, state);
        return List.copyOf(changed);
    }
}
