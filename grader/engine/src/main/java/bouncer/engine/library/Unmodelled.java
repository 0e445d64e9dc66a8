package bouncer.engine.library;

/**
 * Stands for library classes that can block or hand work to threads of their own and have no model: it has none of
 * their methods, so the first call of one ends the exploration as uncontrolled, with the name of what was called.
 */
public final class Unmodelled {
    /** Never made; its parameter keeps it apart from every constructor that a program may call. */
    @SuppressWarnings("UnusedMethod")
    private Unmodelled(Unmodelled never) {
        throw new AssertionError(never);
    }
}
