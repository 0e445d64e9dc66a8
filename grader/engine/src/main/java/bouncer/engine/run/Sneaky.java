package bouncer.engine.run;

/** Throws what it is given as it is, checked or not. Stateless. */
public final class Sneaky {
    private Sneaky() {}

    /** Never returns: the type is there so that the call can be thrown, which tells the compiler. */
    public static RuntimeException sneaky(Throwable thrown) {
        return Sneaky.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: that is the trick
    private static <E extends Throwable> RuntimeException as(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
