package bouncer.engine.library;

/** The names that models print for themselves: those of the classes they stand for. Stateless. */
public final class RealNames {
    private RealNames() {}

    /** Returns the result of {@code Object.toString} for the real object: its class's name and its hash. */
    public static String realName(Object model) {
        return model.getClass().getName().replace("bouncer.engine.library", "java.util.concurrent")
                + "@"
                + Integer.toHexString(model.hashCode());
    }
}
