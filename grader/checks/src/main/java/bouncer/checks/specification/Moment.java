package bouncer.checks.specification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state in which a call takes a step, and what the step may be. Immutable.
 *
 * @param <S> the abstract state of one object
 */
public final class Moment<S> {
    private final List<S> world;
    private final int object;
    private final int thread;
    private final CallData call;
    private final boolean alone;

    /**
     * The arguments of a call as the specification sees them. Immutable.
     *
     * @param number the number, or 0
     * @param other the index of the other object, or -1 for null or none
     * @param resource the resource, or null
     */
    public record CallData(long number, int other, @Nullable Resource resource) {}

    /**
     * Creates a moment.
     *
     * @param world the states of all objects
     * @param object the index of the object that is called
     * @param thread the number of the calling thread
     * @param alone whether no other call is under way
     */
    public Moment(List<S> world, int object, int thread, CallData call, boolean alone) {
        this.world = world;
        this.object = object;
        this.thread = thread;
        this.call = call;
        this.alone = alone;
    }

    /** Returns the state of the object that is called. */
    public S state() {
        return world.get(object);
    }

    /** Returns the state of another object, by its index. */
    public S state(int index) {
        return world.get(index);
    }

    /** Returns the number of the calling thread. */
    public int thread() {
        return thread;
    }

    /** Returns the index of the object that is called. */
    public int self() {
        return object;
    }

    /** Returns the number that was passed. */
    public long number() {
        return call.number();
    }

    /** Returns the index of the other object that was passed; -1 if it was null. */
    public int other() {
        return call.other();
    }

    /** Returns the resource that was passed, or null. */
    public @Nullable Resource resource() {
        return call.resource();
    }

    /** Returns true if no other call is under way. */
    public boolean alone() {
        return alone;
    }

    /** The object that is called takes this state. */
    public Change<S> becomes(S state) {
        return new Change<>(Change.with(world, object, state));
    }

    /** Another object takes this state. */
    public Change<S> becomes(int index, S state) {
        return new Change<>(Change.with(world, index, state));
    }

    /** No state changes. */
    public Change<S> stays() {
        return new Change<>(world);
    }

    /** The call shows the caller this value, and changes nothing. */
    public Outcome<S> returns(@Nullable Object value) {
        return stays().andReturns(value);
    }

    /** Any value is right, and nothing changes. */
    public Outcome<S> returnsAnything() {
        return new Outcome.Returns<>(world, null, false, true);
    }

    /** The call fails with this value, changes nothing, and need not make anything visible to the caller. */
    public Outcome<S> refuses(@Nullable Object value) {
        return new Outcome.Returns<>(world, value, false, false);
    }

    /** The call throws an exception of one of these types, and changes nothing. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome<S> raises(Class<? extends Throwable>... types) {
        return stays().andThrows(types);
    }

    /** The call waits as long as this state lasts. */
    public Outcome<S> waits() {
        return new Outcome.Waits<>();
    }

    /** The contract leaves open what the call does in this state, as words for a reader. */
    public Outcome<S> open(String why) {
        return new Outcome.Open<>(why);
    }

    /** The steps that the call has taken before cannot have been these. */
    public Outcome<S> impossible() {
        return new Outcome.Impossible<>();
    }

    /** The call does one of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Outcome<S> either(Outcome<S>... choices) {
        return new Outcome.Either<>(List.of(choices));
    }

    /** The call does one of these. */
    public Outcome<S> either(List<Outcome<S>> choices) {
        return new Outcome.Either<>(choices);
    }
}
