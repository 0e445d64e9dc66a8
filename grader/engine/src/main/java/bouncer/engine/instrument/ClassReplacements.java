package bouncer.engine.instrument;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Library classes that are replaced by deterministic subclasses of the engine when the program creates an instance.
 */
final class ClassReplacements {
    static final String OBJECT = "java/lang/Object";
    static final String PLAIN = "bouncer/engine/model/PlainObject";
    private static final Map<String, String> CLASSES = Map.of(
            "java/lang/Thread", "bouncer/engine/model/ModelThread",
            "java/io/ObjectOutputStream", "bouncer/engine/serial/ModelOutput",
            "java/io/ObjectInputStream", "bouncer/engine/serial/ModelInput");

    /** Constructors with a nondeterministic default, mapped to the source of the argument that they get instead. */
    private static final Map<String, Source> SOURCES = Map.of(
            "java/util/Date", new Source("currentTimeMillis", "()J", "(J)V"),
            "java/util/SplittableRandom", new Source("seed", "()J", "(J)V"));

    /** A static method of {@code SystemCalls}, and the constructor that takes what it answers. */
    record Source(String method, String descriptor, String constructor) {}

    private ClassReplacements() {}

    /** Returns the class to make or to extend in the place of a library's, or the same. */
    static String of(String internalName) {
        return CLASSES.getOrDefault(internalName, internalName);
    }

    /** Where a constructor's argument comes from, or null if the constructor stays. */
    static @Nullable Source source(String owner, String descriptor) {
        return descriptor.equals("()V") ? SOURCES.get(owner) : null;
    }
}
