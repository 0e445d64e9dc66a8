package bouncer.engine.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * One-shot continuations of the JDK (21 and later, with {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}),
 * all on the driver's thread: a hand-over costs a fraction of that between threads, and a seat that is not needed any
 * longer is just dropped. Linked by name, because the code is for 17.
 */
final class ContinuationCarrier implements Carrier {
    private static final @Nullable Linkage LINKAGE = link();

    private @Nullable Coroutine next;
    private @Nullable Coroutine running;
    private @Nullable Thread driver;

    /** The JDK's internals. */
    private record Linkage(Object scope, MethodHandle make, MethodHandle run, MethodHandle yield) {}

    private static @Nullable Linkage link() {
        try {
            Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Object scope = scopeType.getConstructor(String.class).newInstance("bouncer");
            MethodHandle make = lookup.findConstructor(
                            type, MethodType.methodType(void.class, scopeType, Runnable.class))
                    .bindTo(scope)
                    .asType(MethodType.methodType(Object.class, Runnable.class));
            MethodHandle run = lookup.findVirtual(type, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            MethodHandle yield = lookup.findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
                    .bindTo(scope);
            return new Linkage(scope, make, run, yield);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null; // an older JDK, or one that does not export them
        }
    }

    /** One continuation. */
    private static final class Coroutine {
        final Object continuation;

        Coroutine(Object continuation) {
            this.continuation = continuation;
        }
    }

    private static Linkage linkage() {
        Linkage found = LINKAGE;
        if (found == null) {
            throw new IllegalStateException("This JVM offers no continuations to us");
        }
        return found;
    }

    /**
     * Returns true if continuations are available and pass a self-test: two hand over to each other, and one is
     * dropped.
     */
    static boolean works() {
        if (LINKAGE == null) {
            return false;
        }
        try (ContinuationCarrier carrier = new ContinuationCarrier()) {
            StringBuilder seen = new StringBuilder();
            Object[] seats = new Object[2];
            seats[0] = carrier.seat(() -> {
                seen.append('a');
                carrier.transfer(seats[0], seats[1]);
                seen.append('c');
                carrier.leave(seats[0], null);
            });
            seats[1] = carrier.seat(() -> {
                seen.append('b');
                carrier.transfer(seats[1], seats[0]);
                seen.append('x');
            });
            carrier.drive(seats[0]);
            return seen.toString().equals("abc");
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "continuations";
    }

    @Override
    public Object seat(Runnable body) {
        try {
            return new Coroutine(linkage().make.invoke(body));
        } catch (Throwable e) {
            throw new IllegalStateException("A continuation can't be made", e);
        }
    }

    @Override
    public void drive(Object first) {
        driver = Thread.currentThread();
        next = (Coroutine) first;
        while (next != null) {
            running = next;
            next = null;
            try {
                linkage().run.invokeExact(running.continuation);
            } catch (Throwable e) {
                throw new IllegalStateException("A continuation broke", e);
            }
        }
        running = null;
    }

    @Override
    public void transfer(Object from, @Nullable Object to) {
        next = (Coroutine) to;
        boolean back;
        try {
            back = (boolean) linkage().yield.invokeExact();
        } catch (Throwable e) {
            throw new Pinned(e);
        }
        if (!back && running != from) {
            throw new Pinned(null);
        }
    }

    @Override
    public void leave(Object from, @Nullable Object to) {
        next = (Coroutine) to;
    }

    @Override
    public void discard(Object seat) {
        // Nothing runs and nothing is held: the garbage collector takes it.
    }

    @Override
    public boolean runs(Object seat) {
        return seat == running && Thread.currentThread() == driver;
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
