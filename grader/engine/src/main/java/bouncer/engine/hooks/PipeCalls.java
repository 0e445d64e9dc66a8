package bouncer.engine.hooks;

import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.model.ModelTask;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of pipes, which run under control. A library class that makes one may hold a real lock while the pipe waits.
 */
public final class PipeCalls {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    /** These don't. */
    private static final Set<String> WITHOUT_LOCKS = Set.of(
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.Reader",
            "java.io.Writer",
            "java.io.FilterInputStream",
            "java.io.FilterOutputStream",
            "java.io.DataInputStream");

    private PipeCalls() {}

    /** A public method of a pipe begins. */
    public static void entered() {
        ModelTask task = ModelTask.find();
        if (task == null) {
            return;
        }
        Optional<Class<?>> caller = WALKER.<Optional<Class<?>>>walk(frames -> frames.skip(1)
                .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type ->
                        !LibraryClasses.isRelocatedName(type.getName()) && !WITHOUT_LOCKS.contains(type.getName()))
                .findFirst());
        if (caller.isPresent() && caller.get().getClassLoader() == null) {
            throw task.execution()
                    .lose("the program leaves a pipe to " + caller.get().getName()
                            + ", which may hold a real lock while the pipe waits");
        }
    }
}
