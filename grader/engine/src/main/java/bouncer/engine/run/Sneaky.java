package bouncer.engine.run;

/** Throws checked exceptions without a throws clause. Stateless. */
public final class Sneaky {
    private Sneaky() {}

    /** Never returns; the return type allows {@code throw sneaky(e)}, by which the compiler knows that. */
    public static RuntimeException sneaky(Throwable thrown) {
        return Sneaky.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: that is the trick
    private static <E extends Throwable> RuntimeException as(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
