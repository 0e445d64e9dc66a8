package bouncer.engine.library;

/** The names that models print for themselves: those of the classes they stand for. Stateless. */
public final class RealNames {
    private RealNames() {}

    /** What {@code Object.toString} would return if the model were the real object: its class's name and its hash. */
    public static String realName(Object model) {
        return model.getClass().getName().replace("bouncer.engine.library", "java.util.concurrent")
                + "@"
                + Integer.toHexString(model.hashCode());
    }
}
