package bouncer.engine.instrument;

/** Which methods of a VarHandle access the variable. */
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
}
