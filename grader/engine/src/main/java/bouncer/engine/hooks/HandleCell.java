package bouncer.engine.hooks;

import bouncer.engine.buffer.Cell;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The variable behind a VarHandle.
 *
 * @param owner the object or array, or null for a static field
 * @param index the array's index; of no meaning for a field
 */
record HandleCell(VarHandle handle, @Nullable Object owner, int index) implements Cell {

    @Override
    public @Nullable Object get() {
        MethodHandle get = handle.toMethodHandle(VarHandle.AccessMode.GET);
        try {
            return switch (handle.coordinateTypes().size()) {
                case 0 -> (Object) get.invoke();
                case 1 -> (Object) get.invoke(owner);
                default -> (Object) get.invoke(owner, index);
            };
        } catch (Throwable e) {
            throw new IllegalStateException("A VarHandle that was used can't be read", e);
        }
    }

    @Override
    public void set(@Nullable Object value) {
        MethodHandle set = handle.toMethodHandle(VarHandle.AccessMode.SET);
        try {
            switch (handle.coordinateTypes().size()) {
                case 0 -> set.invoke(value);
                case 1 -> set.invoke(owner, value);
                default -> set.invoke(owner, index, value);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("A VarHandle that was used can't be written", e);
        }
    }
}
