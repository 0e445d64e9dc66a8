package bouncer.engine;

/**
 * The program to explore: one method, run as the main model thread of each execution on a new instance of its class.
 *
 * @param className binary name of a class that {@code source} has, with a no-argument constructor that is not private
 * @param methodName a no-argument method of that class or a superclass that is not private; its result is ignored
 * @param source the classes to instrument
 * @param parent the loader of all others; it must see the engine
 */
public record Program(String className, String methodName, ClassSource source, ClassLoader parent) {

    /** A program whose class, with everything nested in it, is taken from its own loader. */
    public static Program of(Class<?> type, String methodName) {
        String outermost = type.getName().replaceAll("\\$.*", "");
        return of(type, methodName, name -> name.equals(outermost) || name.startsWith(outermost + "$"));
    }

    /**
     * Returns a program whose classes are taken from the loader of its main class, for those names that the predicate
     * accepts.
     */
    public static Program of(Class<?> type, String methodName, java.util.function.Predicate<String> instrumented) {
        ClassLoader loader = type.getClassLoader();
        return new Program(type.getName(), methodName, ClassSource.of(loader, instrumented), loader);
    }
}
