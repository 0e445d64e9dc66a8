package bouncer.engine.trace;

import bouncer.engine.Place;
import java.util.List;
import java.util.function.Predicate;

/** Stack traces of the calling thread within the program. Stateless. */
final class Stacks {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int DEEPEST = 12;
    /** Methods that instrumentation adds begin so. */
    private static final String ADDED = "bouncer$";

    private Stacks() {}

    /** Returns the caller's innermost frames in the program's own classes, innermost first. */
    static List<Place> here(Predicate<Class<?>> own) {
        return WALKER.walk(frames -> frames.filter(f ->
                        own.test(f.getDeclaringClass()) && !f.getMethodName().startsWith(ADDED))
                .limit(DEEPEST)
                .map(Stacks::place)
                .toList());
    }

    private static Place place(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        int dot = type.lastIndexOf('.');
        String folder = dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/');
        String file = frame.getFileName();
        int line = Math.max(0, frame.getLineNumber());
        return new Place(type, frame.getMethodName(), folder + (file == null ? "?" : file), line);
    }
}
