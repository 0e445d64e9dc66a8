package bouncer.checks.specification;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a contract: how it is called, what it means, and which arguments are worth trying. Changed only
 * while the contract is defined.
 *
 * @param <T> the class under test
 * @param <S> the abstract state of one object
 */
public final class Operation<T, S> {
    /** What an operation takes. */
    public enum Takes {
        NOTHING,
        /** A number. */
        NUMBER,
        /** Another object of the same class. */
        OTHER,
        /** Another object of the same class, and a number. */
        OTHER_AND_NUMBER,
        /** A time limit. */
        TIMEOUT,
        /** A resource that another call has returned. */
        RESOURCE
    }

    private final String name;
    private final Invocation<T> invocation;
    private final Behavior<S> behavior;
    private final boolean givesValue;
    private Takes takes = Takes.NOTHING;
    private List<Long> numbers = List.of();
    private List<Long> edges = List.of();
    private boolean interruptible;
    private boolean lastsForever = true;
    private @Nullable Object whenTimeIsOver;
    private @Nullable Class<? extends Throwable> thrownWhenTimeIsOver;
    private @Nullable Behavior<S> givesBack;

    Operation(String name, Invocation<T> invocation, boolean givesValue, Behavior<S> behavior) {
        this.name = name;
        this.invocation = invocation;
        this.givesValue = givesValue;
        this.behavior = behavior;
    }

    /** The operation takes a number; these ordinary ones are tried in all combinations. */
    public Operation<T, S> number(long... ordinary) {
        takes = takes == Takes.OTHER ? Takes.OTHER_AND_NUMBER : Takes.NUMBER;
        numbers = LongStream.of(ordinary).boxed().toList();
        return this;
    }

    /** These numbers are tried one call at a time. */
    public Operation<T, S> edges(long... unusual) {
        edges = LongStream.of(unusual).boxed().toList();
        return this;
    }

    /** The operation takes another object of the same class; null is tried one call at a time. */
    public Operation<T, S> other() {
        takes = takes == Takes.NUMBER ? Takes.OTHER_AND_NUMBER : Takes.OTHER;
        return this;
    }

    /** The operation takes a resource; null, another's and one that was given back are tried, too. */
    public Operation<T, S> resource() {
        takes = Takes.RESOURCE;
        return this;
    }

    /** The operation takes a time limit and returns this value when the time is over. */
    public Operation<T, S> timed(Object value) {
        takes = Takes.TIMEOUT;
        lastsForever = false;
        whenTimeIsOver = value;
        return this;
    }

    /** The operation takes a time limit and throws an exception of this type when the time is over. */
    public Operation<T, S> timedOrThrows(Class<? extends Throwable> type) {
        takes = Takes.TIMEOUT;
        lastsForever = false;
        thrownWhenTimeIsOver = type;
        return this;
    }

    /** An interrupted caller gets {@link InterruptedException}, on entry or while it waits. */
    public Operation<T, S> interruptible() {
        interruptible = true;
        return this;
    }

    /**
     * A call that gives up, or has waited and waits on, may have been served for a moment, and gives back what it got in
     * this way; if that was a resource, {@link Moment#resource} is it.
     */
    public Operation<T, S> mayGiveBack(Behavior<S> how) {
        givesBack = how;
        return this;
    }

    /** Returns the name of the method. */
    public String name() {
        return name;
    }

    /** Returns the code that calls the class under test. */
    public Invocation<T> invocation() {
        return invocation;
    }

    /** Returns the meaning of a call. */
    public Behavior<S> behavior() {
        return behavior;
    }

    /** Returns true if the method returns a value. */
    public boolean givesValue() {
        return givesValue;
    }

    /** Returns what it takes. */
    public Takes takes() {
        return takes;
    }

    /** Returns the ordinary numbers; empty if it takes none. */
    public List<Long> numbers() {
        return numbers;
    }

    /** Returns the unusual numbers. */
    public List<Long> edges() {
        return edges;
    }

    /** Returns true if an interrupt ends a call. */
    public boolean isInterruptible() {
        return interruptible;
    }

    /** Returns true if the call takes a time limit. */
    public boolean isTimed() {
        return !lastsForever;
    }

    /** Returns what a timed call returns when its time is over; null if it throws. */
    public @Nullable Object whenTimeIsOver() {
        return whenTimeIsOver;
    }

    /** Returns the type of what a timed call throws when its time is over; null if it returns. */
    public @Nullable Class<? extends Throwable> thrownWhenTimeIsOver() {
        return thrownWhenTimeIsOver;
    }

    /** Returns how a call that gives up gives back what it got for a moment; null if it gets nothing. */
    public @Nullable Behavior<S> givesBack() {
        return givesBack;
    }
}
