package bouncer.checks.specification;

/**
 * The contract of a class, as a sequential specification. A subclass needs a no-argument constructor that is not
 * private, and must be stateless.
 *
 * @param <T> the class under test
 * @param <S> the abstract state of one object: immutable, with {@code equals} and {@code hashCode}
 */
public interface Specification<T, S> {
    /** Describes how objects are made, and each of their operations. */
    void define(ObjectContract<T, S> contract);

    /** The check of clients whose calls come one at a time. Its body is never run: the worker generates the clients. */
    @Clients(value = ClientScope.ONE_AT_A_TIME, title = "Calls one after the other do what the contract says")
    default void callsOneAtATime() {}

    /** The check of clients whose calls run at the same time; see {@link #callsOneAtATime}. */
    @Clients(value = ClientScope.TOGETHER, title = "Calls at the same time do what the contract says")
    default void callsTogether() {}
}
