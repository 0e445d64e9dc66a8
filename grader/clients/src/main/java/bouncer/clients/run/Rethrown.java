package bouncer.clients.run;

/** Throws a checked exception where none is declared. Stateless. */
final class Rethrown {
    private Rethrown() {}

    /** Throws this exception. Never returns. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> RuntimeException of(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
