package bouncer.engine.model;

/**
 * Stands for the object that holds the static fields of a class, for programs that reach them by offsets.
 *
 * @param of the class
 * @param real the object of the JVM
 */
public record StaticBase(Class<?> of, Object real) {}
