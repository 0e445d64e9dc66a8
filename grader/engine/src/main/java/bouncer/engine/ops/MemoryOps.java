package bouncer.engine.ops;

import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.model.ModelTask;
import bouncer.engine.model.StaticBase;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accesses of fields and elements by their offsets, for the model of {@code Unsafe}. */
public final class MemoryOps {
    private static final RealUnsafe REAL = new RealUnsafe();
    /** The fields whose offsets were asked for, by class and offset. */
    private static final Map<Class<?>, Map<Long, Field>> FIELDS = new ConcurrentHashMap<>();

    private MemoryOps() {}

    /** Returns the offset of the first element of an array type. */
    public static int base(Class<?> type) {
        return REAL.number("arrayBaseOffset", type).intValue();
    }

    /** Returns the distance of the elements of an array type. */
    public static int scale(Class<?> type) {
        return REAL.number("arrayIndexScale", type).intValue();
    }

    /** Returns the offset of a field, and remembers it. */
    public static long offset(Field field) {
        boolean isStatic = Modifier.isStatic(field.getModifiers());
        long offset = REAL.number(isStatic ? "staticFieldOffset" : "objectFieldOffset", field)
                .longValue();
        FIELDS.computeIfAbsent(field.getDeclaringClass(), type -> new ConcurrentHashMap<>())
                .put(isStatic ? ~offset : offset, field);
        return offset;
    }

    /** Returns what stands for the object that holds the static fields of a class. */
    public static Object staticBase(Field field) {
        return new StaticBase(field.getDeclaringClass(), Objects.requireNonNull(REAL.call("staticFieldBase", field)));
    }

    /** Returns a new object whose constructors have not run. */
    public static Object instance(Class<?> type) throws InstantiationException {
        return Objects.requireNonNull(REAL.call("allocateInstance", type));
    }

    /** A full fence. */
    public static void fence() {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.stores().drain();
            task.fences().full();
        }
    }

    /** As {@code Unsafe.park}. */
    public static void park(boolean absolute, long time) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            long nanos =
                    absolute ? Math.max(0, (time - TimeOps.currentTimeMillis()) * 1_000_000) : time == 0 ? -1 : time;
            if (nanos == 0) {
                task.parking().parkNot();
            } else {
                task.parking().park(nanos);
            }
        }
    }

    /** As {@code Unsafe.unpark}. */
    public static void unpark(@Nullable Thread thread) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.parking().unpark(thread);
        }
    }

    /** A variable: where it stands, what it is of, and which location it is. */
    private record Variable(Object base, long offset, Class<?> type, Object target) {
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        <T extends @Nullable Object> T load() {
            Object value;
            if (type == int.class) {
                value = REAL.call("getInt", base, offset);
            } else if (type == long.class) {
                value = REAL.call("getLong", base, offset);
            } else if (type == boolean.class) {
                value = REAL.call("getBoolean", base, offset);
            } else if (type == byte.class) {
                value = REAL.call("getByte", base, offset);
            } else {
                value = REAL.call("getObject", base, offset);
            }
            return (T) value;
        }

        void store(@Nullable Object value) {
            if (type == int.class) {
                REAL.call("putInt", base, offset, (Integer) Objects.requireNonNull(value));
            } else if (type == long.class) {
                REAL.call("putLong", base, offset, (Long) Objects.requireNonNull(value));
            } else if (type == boolean.class) {
                REAL.call("putBoolean", base, offset, (Boolean) Objects.requireNonNull(value));
            } else if (type == byte.class) {
                REAL.call("putByte", base, offset, (Byte) Objects.requireNonNull(value));
            } else {
                REAL.call("putObject", base, offset, value);
            }
        }

        boolean is(@Nullable Object expected) {
            Object found = load();
            return type.isPrimitive() ? Objects.equals(found, expected) : found == expected;
        }
    }

    private static Variable find(@Nullable Object o, long offset) {
        if (o instanceof StaticBase base) {
            Field field = field(base.of(), ~offset);
            if (field != null) {
                return new Variable(base.real(), offset, field.getType(), target(field, null));
            }
        } else if (o != null && o.getClass().isArray()) {
            Class<?> type = o.getClass();
            long index = (offset - base(type)) / scale(type);
            boolean whole = (offset - base(type)) % scale(type) == 0;
            if (whole && index >= 0 && index < Array.getLength(o)) {
                return new Variable(o, offset, type.getComponentType(), new Target(o, (int) index));
            }
        } else if (o != null) {
            for (Class<?> at = o.getClass(); at != null; at = at.getSuperclass()) {
                Field field = field(at, offset);
                if (field != null) {
                    return new Variable(o, offset, field.getType(), target(field, o));
                }
            }
        }
        throw Ops.uncontrolled("the program uses memory by an address that is none of a field or an element");
    }

    private static @Nullable Field field(Class<?> in, long key) {
        Map<Long, Field> known = FIELDS.get(in);
        return known == null ? null : known.get(key);
    }

    private static Target target(Field field, @Nullable Object owner) {
        Class<?> in = field.getDeclaringClass();
        int slot = LocationSlots.field(LibraryClasses.originalName(in.getName()), field.getName());
        return new Target(owner == null ? in : owner, slot);
    }

    /** Reads a variable. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T extends @Nullable Object> T get(@Nullable Object o, long offset, MemoryMode mode, String call) {
        Variable variable = find(o, offset);
        return Ops.<T>step(variable.target, AccessKind.READ, mode, call, variable::load);
    }

    /** Writes a variable. */
    @SuppressWarnings("NullAway") // the value may be null where the variable is of a type of objects
    public static void put(@Nullable Object o, long offset, MemoryMode mode, String call, @Nullable Object value) {
        Variable variable = find(o, offset);
        if (mode == MemoryMode.PLAIN || mode == MemoryMode.VOLATILE) {
            Ops.step(variable.target, AccessKind.WRITE, mode, call, () -> {
                variable.store(value);
                return Ops.NOTHING;
            });
        } else {
            Ops.<@Nullable Object>store(variable.target, mode, call, variable::load, variable::store, value);
        }
    }

    /** Compares and sets a variable. */
    public static boolean swap(
            @Nullable Object o, long offset, String call, @Nullable Object expected, @Nullable Object value) {
        Variable variable = find(o, offset);
        return Ops.step(variable.target, AccessKind.UPDATE, MemoryMode.VOLATILE, call, () -> {
            if (!variable.is(expected)) {
                Ops.unchanged();
                return false;
            }
            variable.store(value);
            return true;
        });
    }

    /** Changes a variable, and returns what it was. */
    public static <T extends @Nullable Object> T update(
            @Nullable Object o, long offset, String call, UnaryOperator<T> change) {
        Variable variable = find(o, offset);
        return Ops.step(variable.target, AccessKind.UPDATE, MemoryMode.VOLATILE, call, () -> {
            T old = variable.load();
            variable.store(change.apply(old));
            return old;
        });
    }
}
