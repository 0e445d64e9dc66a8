package bouncer.checks;

/** Throws what it is given as it is, checked or not. Stateless. */
final class SneakyThrow {
    private SneakyThrow() {}

    /** Never returns: the type is there so that the call can be thrown, which tells the compiler. */
    static RuntimeException sneaky(Throwable thrown) {
        return SneakyThrow.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: that is the trick
    private static <E extends Throwable> RuntimeException as(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
