package bouncer.engine.library;

import bouncer.engine.model.Inheritance;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.lang.InheritableThreadLocal}: a new thread takes over the value of the one that makes it. */
@SuppressWarnings("JavaLangClash") // has the name of what it models
public class InheritableThreadLocal<T extends @Nullable Object> extends ThreadLocal<T> {
    public InheritableThreadLocal() {
        Inheritance.register((parent, child) -> {
            Box<T> box = values.get(parent);
            if (box != null) {
                values.put(child, new Box<>(childValue(box.value())));
            }
        });
    }

    protected T childValue(T parentValue) {
        return parentValue;
    }
}
