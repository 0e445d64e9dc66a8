package bouncer.checks.specification;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, for the code that calls the class under test. */
public interface Arguments {
    /** Returns the number, of an operation that takes one. */
    long number();

    /** Returns the other object, of an operation that takes one; may be null. */
    @Nullable
    Object other();

    /** Returns the time limit, in {@link #unit}, of a timed operation. */
    long timeout();

    /** Returns the unit of {@link #timeout}. */
    TimeUnit unit();

    /** Returns the resource, of an operation that takes one; may be null. */
    @Nullable
    Object resource();

    /** Returns the maker of resources, of a constructor that takes one; may be null. */
    @Nullable
    Supplier<Object> maker();
}
