package bouncer.checks;

/** Throws checked exceptions from methods that do not declare them. Stateless. */
public final class SneakyThrow {
    private SneakyThrow() {}

    /** Throws this throwable. Never returns; the return type allows {@code throw sneaky(e)}, which ends the method. */
    public static RuntimeException sneaky(Throwable thrown) {
        return SneakyThrow.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erasure removes the cast
    private static <E extends Throwable> RuntimeException as(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
