package bouncer.engine.library;

import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.MemoryOps;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code sun.misc.Unsafe}, and of the one that the library itself uses, as far as libraries need it for fields
 * and for elements of arrays: each access is one step on the very variable that plain code sees. Memory outside of
 * objects has no model.
 */
@SuppressWarnings("UnusedVariable") // what libraries look for by reflection
public final class Unsafe {
    private static final Unsafe theUnsafe = new Unsafe();

    public static final int INVALID_FIELD_OFFSET = -1;
    public static final int ARRAY_BYTE_BASE_OFFSET = MemoryOps.base(byte[].class);
    public static final int ARRAY_INT_BASE_OFFSET = MemoryOps.base(int[].class);
    public static final int ARRAY_LONG_BASE_OFFSET = MemoryOps.base(long[].class);
    public static final int ARRAY_OBJECT_BASE_OFFSET = MemoryOps.base(Object[].class);
    public static final int ARRAY_BYTE_INDEX_SCALE = MemoryOps.scale(byte[].class);
    public static final int ARRAY_INT_INDEX_SCALE = MemoryOps.scale(int[].class);
    public static final int ARRAY_LONG_INDEX_SCALE = MemoryOps.scale(long[].class);
    public static final int ARRAY_OBJECT_INDEX_SCALE = MemoryOps.scale(Object[].class);

    private Unsafe() {}

    public static Unsafe getUnsafe() {
        return theUnsafe;
    }

    public long objectFieldOffset(Field field) {
        return MemoryOps.offset(field);
    }

    public long objectFieldOffset(Class<?> type, String name) {
        try {
            return MemoryOps.offset(type.getDeclaredField(name));
        } catch (NoSuchFieldException e) {
            throw new InternalError(e);
        }
    }

    public long staticFieldOffset(Field field) {
        return MemoryOps.offset(field);
    }

    public Object staticFieldBase(Field field) {
        return MemoryOps.staticBase(field);
    }

    public int arrayBaseOffset(Class<?> type) {
        return MemoryOps.base(type);
    }

    public int arrayIndexScale(Class<?> type) {
        return MemoryOps.scale(type);
    }

    public int addressSize() {
        return 8;
    }

    public int pageSize() {
        return 4_096;
    }

    public void ensureClassInitialized(Class<?> type) {
        try {
            Class<?> unused = Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public boolean shouldBeInitialized(Class<?> type) {
        return false;
    }

    public Object allocateInstance(Class<?> type) throws InstantiationException {
        return MemoryOps.instance(type);
    }

    public void fullFence() {
        MemoryOps.fence();
    }

    public void loadFence() {
        MemoryOps.fence();
    }

    public void storeFence() {
        MemoryOps.fence();
    }

    public void park(boolean absolute, long time) {
        MemoryOps.park(absolute, time);
    }

    public void unpark(Object thread) {
        MemoryOps.unpark((Thread) thread);
    }

    public int getInt(@Nullable Object o, long offset) {
        return MemoryOps.<Integer>get(o, offset, MemoryMode.PLAIN, "getInt");
    }

    public void putInt(@Nullable Object o, long offset, int x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putInt", x);
    }

    public int getIntVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<Integer>get(o, offset, MemoryMode.VOLATILE, "getIntVolatile");
    }

    public void putIntVolatile(@Nullable Object o, long offset, int x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putIntVolatile", x);
    }

    public int getIntAcquire(@Nullable Object o, long offset) {
        return MemoryOps.<Integer>get(o, offset, MemoryMode.ACQUIRE_RELEASE, "getIntAcquire");
    }

    public void putIntRelease(@Nullable Object o, long offset, int x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putIntRelease", x);
    }

    public int getIntOpaque(@Nullable Object o, long offset) {
        return MemoryOps.<Integer>get(o, offset, MemoryMode.OPAQUE, "getIntOpaque");
    }

    public void putIntOpaque(@Nullable Object o, long offset, int x) {
        MemoryOps.put(o, offset, MemoryMode.OPAQUE, "putIntOpaque", x);
    }

    public void putOrderedInt(@Nullable Object o, long offset, int x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putOrderedInt", x);
    }

    public boolean compareAndSwapInt(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "compareAndSwapInt", expected, x);
    }

    public boolean compareAndSetInt(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "compareAndSetInt", expected, x);
    }

    public boolean weakCompareAndSetInt(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetInt", expected, x);
    }

    public boolean weakCompareAndSetIntAcquire(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetIntAcquire", expected, x);
    }

    public boolean weakCompareAndSetIntRelease(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetIntRelease", expected, x);
    }

    public boolean weakCompareAndSetIntPlain(@Nullable Object o, long offset, int expected, int x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetIntPlain", expected, x);
    }

    public int getAndSetInt(@Nullable Object o, long offset, int x) {
        return MemoryOps.<Integer>update(o, offset, "getAndSetInt", old -> x);
    }

    public int getAndAddInt(@Nullable Object o, long offset, int delta) {
        return MemoryOps.<Integer>update(o, offset, "getAndAddInt", old -> old + delta);
    }

    public long getLong(@Nullable Object o, long offset) {
        return MemoryOps.<Long>get(o, offset, MemoryMode.PLAIN, "getLong");
    }

    public void putLong(@Nullable Object o, long offset, long x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putLong", x);
    }

    public long getLongVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<Long>get(o, offset, MemoryMode.VOLATILE, "getLongVolatile");
    }

    public void putLongVolatile(@Nullable Object o, long offset, long x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putLongVolatile", x);
    }

    public long getLongAcquire(@Nullable Object o, long offset) {
        return MemoryOps.<Long>get(o, offset, MemoryMode.ACQUIRE_RELEASE, "getLongAcquire");
    }

    public void putLongRelease(@Nullable Object o, long offset, long x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putLongRelease", x);
    }

    public long getLongOpaque(@Nullable Object o, long offset) {
        return MemoryOps.<Long>get(o, offset, MemoryMode.OPAQUE, "getLongOpaque");
    }

    public void putLongOpaque(@Nullable Object o, long offset, long x) {
        MemoryOps.put(o, offset, MemoryMode.OPAQUE, "putLongOpaque", x);
    }

    public void putOrderedLong(@Nullable Object o, long offset, long x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putOrderedLong", x);
    }

    public boolean compareAndSwapLong(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "compareAndSwapLong", expected, x);
    }

    public boolean compareAndSetLong(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "compareAndSetLong", expected, x);
    }

    public boolean weakCompareAndSetLong(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetLong", expected, x);
    }

    public boolean weakCompareAndSetLongAcquire(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetLongAcquire", expected, x);
    }

    public boolean weakCompareAndSetLongRelease(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetLongRelease", expected, x);
    }

    public boolean weakCompareAndSetLongPlain(@Nullable Object o, long offset, long expected, long x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetLongPlain", expected, x);
    }

    public long getAndSetLong(@Nullable Object o, long offset, long x) {
        return MemoryOps.<Long>update(o, offset, "getAndSetLong", old -> x);
    }

    public long getAndAddLong(@Nullable Object o, long offset, long delta) {
        return MemoryOps.<Long>update(o, offset, "getAndAddLong", old -> old + delta);
    }

    public boolean getBoolean(@Nullable Object o, long offset) {
        return MemoryOps.<Boolean>get(o, offset, MemoryMode.PLAIN, "getBoolean");
    }

    public void putBoolean(@Nullable Object o, long offset, boolean x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putBoolean", x);
    }

    public boolean getBooleanVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<Boolean>get(o, offset, MemoryMode.VOLATILE, "getBooleanVolatile");
    }

    public void putBooleanVolatile(@Nullable Object o, long offset, boolean x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putBooleanVolatile", x);
    }

    public byte getByte(@Nullable Object o, long offset) {
        return MemoryOps.<Byte>get(o, offset, MemoryMode.PLAIN, "getByte");
    }

    public void putByte(@Nullable Object o, long offset, byte x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putByte", x);
    }

    public byte getByteVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<Byte>get(o, offset, MemoryMode.VOLATILE, "getByteVolatile");
    }

    public void putByteVolatile(@Nullable Object o, long offset, byte x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putByteVolatile", x);
    }

    public @Nullable Object getObject(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.PLAIN, "getObject");
    }

    public void putObject(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putObject", x);
    }

    public @Nullable Object getObjectVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.VOLATILE, "getObjectVolatile");
    }

    public void putObjectVolatile(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putObjectVolatile", x);
    }

    public @Nullable Object getObjectAcquire(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.ACQUIRE_RELEASE, "getObjectAcquire");
    }

    public void putObjectRelease(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putObjectRelease", x);
    }

    public @Nullable Object getObjectOpaque(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.OPAQUE, "getObjectOpaque");
    }

    public void putObjectOpaque(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.OPAQUE, "putObjectOpaque", x);
    }

    public void putOrderedObject(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putOrderedObject", x);
    }

    public boolean compareAndSwapObject(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "compareAndSwapObject", expected, x);
    }

    public boolean compareAndSetObject(@Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "compareAndSetObject", expected, x);
    }

    public boolean weakCompareAndSetObject(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetObject", expected, x);
    }

    public boolean weakCompareAndSetObjectAcquire(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetObjectAcquire", expected, x);
    }

    public boolean weakCompareAndSetObjectRelease(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetObjectRelease", expected, x);
    }

    public boolean weakCompareAndSetObjectPlain(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetObjectPlain", expected, x);
    }

    public @Nullable Object getAndSetObject(@Nullable Object o, long offset, @Nullable Object x) {
        return MemoryOps.<@Nullable Object>update(o, offset, "getAndSetObject", old -> x);
    }

    public @Nullable Object getReference(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.PLAIN, "getReference");
    }

    public void putReference(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.PLAIN, "putReference", x);
    }

    public @Nullable Object getReferenceVolatile(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.VOLATILE, "getReferenceVolatile");
    }

    public void putReferenceVolatile(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.VOLATILE, "putReferenceVolatile", x);
    }

    public @Nullable Object getReferenceAcquire(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.ACQUIRE_RELEASE, "getReferenceAcquire");
    }

    public void putReferenceRelease(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.ACQUIRE_RELEASE, "putReferenceRelease", x);
    }

    public @Nullable Object getReferenceOpaque(@Nullable Object o, long offset) {
        return MemoryOps.<@Nullable Object>get(o, offset, MemoryMode.OPAQUE, "getReferenceOpaque");
    }

    public void putReferenceOpaque(@Nullable Object o, long offset, @Nullable Object x) {
        MemoryOps.put(o, offset, MemoryMode.OPAQUE, "putReferenceOpaque", x);
    }

    public boolean compareAndSetReference(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "compareAndSetReference", expected, x);
    }

    public boolean weakCompareAndSetReference(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetReference", expected, x);
    }

    public boolean weakCompareAndSetReferenceAcquire(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetReferenceAcquire", expected, x);
    }

    public boolean weakCompareAndSetReferenceRelease(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetReferenceRelease", expected, x);
    }

    public boolean weakCompareAndSetReferencePlain(
            @Nullable Object o, long offset, @Nullable Object expected, @Nullable Object x) {
        return MemoryOps.swap(o, offset, "weakCompareAndSetReferencePlain", expected, x);
    }

    public @Nullable Object getAndSetReference(@Nullable Object o, long offset, @Nullable Object x) {
        return MemoryOps.<@Nullable Object>update(o, offset, "getAndSetReference", old -> x);
    }
}
