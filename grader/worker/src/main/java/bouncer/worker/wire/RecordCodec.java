package bouncer.worker.wire;

import bouncer.checks.result.Cut;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodes records as bytes, component by component: subclasses of sealed types by their index among the permitted ones,
 * enum constants by their ordinal. Decoding chooses only among types of the source; no class is looked up by a name in
 * the data.
 *
 * @param longest the most characters of a text
 * @param most the most elements of a list
 */
record RecordCodec(int longest, int most) {
    /** The names of the components that may be null; the annotation {@code @Nullable} is not visible to this class. */
    static final Set<String> NULLABLE = Set.of(
            "location", "replay", "expected", "actual", "target", "value", "waitsFor", "heldBy", "at", "preemptions");

    void write(DataOutputStream out, Type type, @Nullable Object value) throws IOException {
        if (type == int.class) {
            out.writeInt((int) present(value));
        } else if (type == long.class) {
            out.writeLong((long) present(value));
        } else if (type == double.class || type == Double.class) {
            out.writeDouble((double) present(value));
        } else if (type == boolean.class) {
            out.writeBoolean((boolean) present(value));
        } else if (value instanceof byte[] bytes) {
            out.writeInt(bytes.length);
            out.write(bytes);
        } else {
            out.writeBoolean(value != null);
            if (value != null) {
                reference(out, type, value);
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // both ends run the same build
    private void reference(DataOutputStream out, Type type, Object value) throws IOException {
        if (type == String.class) {
            String text = (String) value;
            out.writeUTF(Cut.to(longest, text));
        } else if (type == Integer.class) {
            out.writeInt((int) value);
        } else if (type instanceof ParameterizedType list) {
            List<?> elements = (List<?>) value;
            int count = Math.min(elements.size(), most);
            out.writeInt(count);
            for (Object element : elements.subList(0, count)) {
                write(out, list.getActualTypeArguments()[0], element);
            }
        } else if (value instanceof Enum<?> constant) {
            out.writeShort(constant.ordinal());
        } else {
            Class<?> kind = value.getClass();
            Class<?> declared = (Class<?>) type;
            if (declared.isSealed()) {
                out.writeByte(List.of(declared.getPermittedSubclasses()).indexOf(kind));
            }
            for (RecordComponent component : kind.getRecordComponents()) {
                write(out, component.getGenericType(), get(component, value));
            }
        }
    }

    @Nullable
    Object read(DataInputStream in, Type type) throws IOException {
        if (type == int.class) {
            return in.readInt();
        } else if (type == long.class) {
            return in.readLong();
        } else if (type == double.class || type == Double.class) {
            return in.readDouble();
        } else if (type == boolean.class) {
            return in.readBoolean();
        } else if (type == byte[].class) {
            return in.readNBytes(bounded(in.readInt(), in.available() + 1));
        }
        return in.readBoolean() ? readReference(in, type) : null;
    }

    private Object readReference(DataInputStream in, Type type) throws IOException {
        if (type == String.class) {
            return in.readUTF();
        } else if (type == Integer.class) {
            return in.readInt();
        } else if (type instanceof ParameterizedType list) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int left = bounded(in.readInt(), most + 1); left > 0; left--) {
                elements.add(read(in, list.getActualTypeArguments()[0]));
            }
            return elements;
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isEnum()) {
            Object[] constants = kind.getEnumConstants();
            return constants[bounded(in.readShort(), constants.length)];
        }
        if (kind.isSealed()) {
            Class<?>[] kinds = kind.getPermittedSubclasses();
            kind = kinds[bounded(in.readByte(), kinds.length)];
        }
        RecordComponent[] components = kind.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(in, components[i].getGenericType());
            if (values[i] == null && !NULLABLE.contains(components[i].getName())) {
                throw new IOException("No " + components[i].getName() + " in a " + kind.getSimpleName());
            }
        }
        return make(kind, types, values);
    }

    private static Object make(Class<?> kind, Class<?>[] types, @Nullable Object[] values) throws IOException {
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("No " + kind.getSimpleName() + " can be made of what was sent", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object get(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object present(@Nullable Object value) throws IOException {
        if (value == null) {
            throw new IOException("A number is missing");
        }
        return value;
    }

    private static int bounded(int number, int below) throws IOException {
        if (number < 0 || number >= below) {
            throw new IOException("Number " + number + " of " + below);
        }
        return number;
    }
}
