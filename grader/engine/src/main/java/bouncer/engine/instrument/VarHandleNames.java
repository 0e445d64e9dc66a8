package bouncer.engine.instrument;

/** The methods of a VarHandle that access its variable. */
final class VarHandleNames {
    private VarHandleNames() {}

    static boolean isAccess(String name) {
        return (name.startsWith("get") && !name.equals("getClass"))
                || name.equals("set")
                || name.startsWith("setVolatile")
                || name.startsWith("setOpaque")
                || name.startsWith("setRelease")
                || name.startsWith("compareAnd")
                || name.startsWith("weakCompareAndSet");
    }

    /**
     * Returns the method with the same effect, volatile semantics and no spurious failures. Relocated classes of the
     * JDK use it: an exploration does not test whether their weaker accesses suffice, and without store buffers it can
     * be complete.
     */
    static String sequentiallyConsistent(String name) {
        if (name.startsWith("weakCompareAndSet")) {
            return "compareAndSet";
        }
        String strong = name.replaceAll("(Opaque|Acquire|Release|Volatile)$", "");
        return strong.equals("get") || strong.equals("set") ? strong + "Volatile" : strong;
    }
}
