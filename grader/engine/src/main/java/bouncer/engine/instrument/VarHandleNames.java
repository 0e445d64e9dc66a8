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
     * The method that does the same with volatile semantics and never fails spuriously. Relocated classes of the JDK
     * get it: whether their weaker accesses suffice is not what an exploration is about, and without store buffers it
     * can be complete.
     */
    static String sequentiallyConsistent(String name) {
        if (name.startsWith("weakCompareAndSet")) {
            return "compareAndSet";
        }
        String strong = name.replaceAll("(Opaque|Acquire|Release|Volatile)$", "");
        return strong.equals("get") || strong.equals("set") ? strong + "Volatile" : strong;
    }
}
