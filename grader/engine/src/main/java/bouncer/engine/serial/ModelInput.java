package bouncer.engine.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** Takes the place of {@link ObjectInputStream}: reads what {@link ModelOutput} wrote, by the loader of its caller. */
public class ModelInput extends ObjectInputStream {
    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final @Nullable ClassLoader loader;

    public ModelInput(InputStream in) throws IOException {
        super(in);
        loader = CALLERS.getCallerClass().getClassLoader();
        enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(description.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            return super.resolveClass(description);
        }
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object object) throws InvalidObjectException {
        return object instanceof SerialForm form ? form.restored() : object;
    }
}
