package bouncer.engine.library;

import java.util.Set;

/**
 * Which library classes run for real: they have no model, are written in Java alone and need nothing of the library's inside, so
 * that the running JDK's own class files can be instrumented like the program's, under another name. Immutable.
 */
public final class RelocatedJdkClasses {
    private static final String PACKAGE = "bouncer/engine/shadow/";
    private static final Set<String> CLASSES = Set.of(
            "java/io/PipedInputStream",
            "java/io/PipedOutputStream",
            "java/io/PipedReader",
            "java/io/PipedWriter",
            "java/util/Observable",
            "java/util/Observer",
            "java/util/concurrent/DelayQueue",
            "java/util/concurrent/SubmissionPublisher");

    private RelocatedJdkClasses() {}

    /** Whether a class of the library has a shadow, by its internal name; nested classes go with their outer one. */
    public static boolean covers(String internalName) {
        int nested = internalName.indexOf('$');
        return CLASSES.contains(nested < 0 ? internalName : internalName.substring(0, nested));
    }

    /** The internal name of a class's shadow. */
    public static String of(String internalName) {
        return PACKAGE + internalName;
    }

    /** Whether a class is a shadow, by its binary name. */
    public static boolean isShadow(String className) {
        return className.startsWith(PACKAGE.replace('/', '.'));
    }

    /** The binary name of the class whose shadow has that name; any other name stays. */
    public static String real(String className) {
        return isShadow(className) ? className.substring(PACKAGE.length()) : className;
    }
}
