package bouncer.checks.specification;

import org.jspecify.annotations.Nullable;

/**
 * Calls the class under test.
 *
 * @param <T> the class under test
 */
@FunctionalInterface
public interface Invocation<T> {
    /** Calls the object with these arguments and returns what it returns. */
    @Nullable
    Object call(T object, Arguments in) throws Throwable;

    /**
     * A call that returns nothing.
     *
     * @param <T> the class under test
     */
    @FunctionalInterface
    interface OfVoid<T> {
        /** Calls the object with these arguments. */
        void call(T object, Arguments in) throws Throwable;
    }

    /**
     * A call of a constructor.
     *
     * @param <T> the class under test
     */
    @FunctionalInterface
    interface OfConstructor<T> {
        /** Makes an object with these arguments. */
        T call(Arguments in) throws Throwable;
    }
}
