package bouncer.engine.library;

import bouncer.engine.ops.ThreadOps;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.lang.ThreadLocal}: a value for each thread of the model. No step: no other thread can tell.
 */
@SuppressWarnings("JavaLangClash") // has the name of what it models
public class ThreadLocal<T extends @Nullable Object> extends java.lang.ThreadLocal<T> {
    record Box<T extends @Nullable Object>(T value) {}

    final Map<Thread, Box<T>> values = new WeakHashMap<>();

    public ThreadLocal() {}

    public static <S extends @Nullable Object> ThreadLocal<S> withInitial(Supplier<? extends S> supplier) {
        Objects.requireNonNull(supplier);
        return new ThreadLocal<>() {
            @Override
            protected S initialValue() {
                return supplier.get();
            }
        };
    }

    @Override
    public T get() {
        Box<T> box = values.get(ThreadOps.currentThread());
        if (box == null) {
            box = new Box<>(initialValue());
            values.put(ThreadOps.currentThread(), box);
        }
        return box.value;
    }

    @Override
    public void set(T value) {
        values.put(ThreadOps.currentThread(), new Box<>(value));
    }

    @Override
    public void remove() {
        values.remove(ThreadOps.currentThread());
    }
}
