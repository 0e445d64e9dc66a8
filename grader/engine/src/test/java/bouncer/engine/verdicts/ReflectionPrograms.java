package bouncer.engine.verdicts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Programs, as libraries have them, that reach their own members by reflection, method handles and offsets. */
@SuppressWarnings({"deprecation", "removal", "sunapi"}) // of sun.misc.Unsafe, which libraries use
public class ReflectionPrograms {
    private static final sun.misc.Unsafe UNSAFE = unsafe();
    private static final long VALUE = offset("value");
    private static final long PLAIN = offset("plain");

    private volatile int value;
    private int plain;
    private final int[] array = new int[2];

    private static sun.misc.Unsafe unsafe() {
        try {
            Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (sun.misc.Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long offset(String name) {
        try {
            return UNSAFE.objectFieldOffset(ReflectionPrograms.class.getDeclaredField(name));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(String.valueOf(what));
        }
    }

    private static void both(Runnable body) throws InterruptedException {
        Thread other = new Thread(body);
        other.start();
        body.run();
        other.join();
    }

    public void incrementsByCompareAndSwap() throws InterruptedException {
        both(() -> {
            int old;
            do {
                old = UNSAFE.getIntVolatile(this, VALUE);
            } while (!UNSAFE.compareAndSwapInt(this, VALUE, old, old + 1));
        });
        check(value == 2, value);
    }

    public void badIncrementsByOffset() throws InterruptedException {
        both(() -> UNSAFE.putIntVolatile(this, VALUE, UNSAFE.getIntVolatile(this, VALUE) + 1));
        check(value == 2, value);
    }

    public void badPlainRaceByOffset() throws InterruptedException {
        Thread other = new Thread(() -> UNSAFE.putInt(this, PLAIN, 1));
        other.start();
        int seen = plain;
        other.join();
        check(seen < 2, seen);
    }

    public void elementsByOffset() throws InterruptedException {
        long base = UNSAFE.arrayBaseOffset(int[].class);
        both(() -> UNSAFE.getAndAddInt(array, base + 4, 1));
        check(array[1] == 2, array[1]);
    }

    public void publishedByAnOrderedPut() throws InterruptedException {
        Thread other = new Thread(() -> {
            plain = 1;
            UNSAFE.putOrderedInt(this, VALUE, 1);
        });
        other.start();
        check(value == 0 || plain == 1, "not published");
        other.join();
    }

    public void parkedAndUnparked() throws InterruptedException {
        Thread me = Thread.currentThread();
        Thread other = new Thread(() -> UNSAFE.unpark(me));
        other.start();
        UNSAFE.park(false, 0);
        other.join();
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = ReflectionPrograms.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    public void badIncrementsByFields() throws Exception {
        Field field = field("value");
        both(() -> {
            try {
                field.setInt(this, field.getInt(this) + 1);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        check(value == 2, value);
    }

    public void badRaceByFields() throws Exception {
        Field field = field("plain");
        Thread other = new Thread(() -> {
            try {
                field.set(this, 1);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        check(plain < 2, plain);
        other.join();
    }

    private synchronized void add() {
        plain++;
    }

    private void addWithoutLock() {
        value++;
    }

    private void invoked(String name) throws Exception {
        Method method = ReflectionPrograms.class.getDeclaredMethod(name);
        both(() -> {
            try {
                method.invoke(this);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public void synchronizedByReflection() throws Exception {
        invoked("add");
        check(plain == 2, plain);
    }

    public void badMethodByReflection() throws Exception {
        invoked("addWithoutLock");
        check(value == 2, value);
    }

    /** Counts its instances. */
    private static final class Made {
        private static int count;

        private Made() {
            count++;
        }
    }

    public void badConstructorsByReflection() throws Exception {
        Made.count = 0;
        both(() -> {
            try {
                Made.class.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        check(Made.count == 2, Made.count);
    }

    public void badMethodHandles() throws Throwable {
        MethodHandle add = MethodHandles.lookup()
                .findVirtual(ReflectionPrograms.class, "addWithoutLock", MethodType.methodType(void.class));
        both(() -> {
            try {
                add.invokeExact(this);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
        check(value == 2, value);
    }

    public void constructorsByMethodHandles() throws Throwable {
        MethodHandle make = MethodHandles.lookup().findConstructor(Stranger.class, MethodType.methodType(void.class));
        check(((Stranger) make.invokeExact()).shown() == 0, "shown");
    }

    public void harmlessMembersOfTheLibrary() throws Exception {
        check("abc".getClass().getMethod("length").invoke("abc").equals(3), "length");
    }
}
