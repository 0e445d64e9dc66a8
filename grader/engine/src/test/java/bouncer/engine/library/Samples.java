package bouncer.engine.library;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arguments for calls that go to a real object and to its model. Both get equal arguments, or, where a type has a model, a real
 * one and a model in the same state.
 */
final class Samples {
    /** What the two sides get. */
    record Pair(@Nullable Object real, @Nullable Object model) {
        static Pair same(@Nullable Object value) {
            return new Pair(value, value);
        }
    }

    /** No argument of this type can be made. */
    static final class Unknown extends RuntimeException {
        Unknown(Class<?> type) {
            super("no sample of " + type);
        }
    }

    /** Delayed for ever or not at all. */
    record After(long time) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return time;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(time, ((After) other).time);
        }
    }

    private static final List<Integer> ELEMENTS = List.of(1, 2, 3, 4);
    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An argument of a parameter's type; {@code modelType} is the type on the model's side. */
    Pair of(Class<?> type, Class<?> modelType) {
        if (type != modelType && !type.isArray()) {
            return modelled(type);
        }
        Object simple = simple(type);
        if (simple != null) {
            return Pair.same(simple);
        }
        if (type.isArray()) {
            return array(type.getComponentType(), modelType.getComponentType());
        }
        if (type == Delayed.class) {
            return Pair.same(random.nextInt(12) == 0 ? null : new After(random.nextInt(4) - 2));
        }
        if (type == Executor.class) {
            return Pair.same((Executor) Runnable::run);
        }
        if (type.isInterface() && type.getName().startsWith("java.util.concurrent.CompletionStage")) {
            return modelled(java.util.concurrent.CompletableFuture.class);
        }
        if (type == Object.class || type == Comparable.class) {
            return Pair.same(random.nextInt(12) == 0 ? null : one(ELEMENTS));
        }
        if (isFunction(type)) {
            return Pair.same(function(type, random.nextInt(100)));
        }
        throw new Unknown(type);
    }

    private @Nullable Object simple(Class<?> type) {
        if (type == int.class) {
            return random.nextInt(6) - 1;
        } else if (type == long.class) {
            return (long) (random.nextInt(6) - 1);
        } else if (type == double.class) {
            return random.nextInt(6) - 1.0;
        } else if (type == float.class) {
            return 0.75f;
        } else if (type == byte.class) {
            return (byte) random.nextInt(3);
        } else if (type == char.class) {
            return (char) random.nextInt(3);
        } else if (type == short.class) {
            return (short) random.nextInt(3);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == TimeUnit.class) {
            return TimeUnit.NANOSECONDS;
        } else if (type == Thread.class) {
            return Thread.currentThread();
        } else if (type == Throwable.class) {
            return one(List.of(new IllegalStateException("sample"), new CompletionException(new Error("sample"))));
        } else if (type == Date.class) {
            return new Date(0);
        } else if (Collection.class.isAssignableFrom(type) && type.isAssignableFrom(ArrayList.class)) {
            return new ArrayList<>(ELEMENTS.subList(0, random.nextInt(4)));
        } else if (type == Map.class) {
            return new HashMap<>(Map.of(random.nextInt(4), "m", 9, "n"));
        }
        return null;
    }

    private Pair array(Class<?> component, Class<?> modelComponent) {
        int n = random.nextInt(4);
        Object real = Array.newInstance(component, n);
        Object model = Array.newInstance(modelComponent, n);
        for (int i = 0; i < n; i++) {
            Pair element = of(component, modelComponent);
            Array.set(real, i, element.real);
            Array.set(model, i, element.model);
        }
        return new Pair(real, model);
    }

    private Pair modelled(Class<?> type) {
        if (type == java.util.concurrent.CompletableFuture.class) {
            return switch (random.nextInt(3)) {
                case 0 ->
                    new Pair(
                            java.util.concurrent.CompletableFuture.completedFuture(7),
                            CompletableFuture.completedFuture(7));
                case 1 ->
                    new Pair(
                            java.util.concurrent.CompletableFuture.failedFuture(new IllegalStateException("other")),
                            CompletableFuture.failedFuture(new IllegalStateException("other")));
                default -> new Pair(new java.util.concurrent.CompletableFuture<>(), new CompletableFuture<>());
            };
        }
        if (type == java.util.concurrent.Phaser.class) {
            return random.nextBoolean() ? Pair.same(null) : new Pair(new java.util.concurrent.Phaser(1), new Phaser(1));
        }
        throw new Unknown(type);
    }

    private static boolean isFunction(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getMethods())
                                .filter(m -> java.lang.reflect.Modifier.isAbstract(m.getModifiers()))
                                .count()
                        <= 2;
    }

    /** A function of any functional interface, with a result that depends on its arguments and on {@code kind} only. */
    private static Object function(Class<?> type, int kind) {
        if (type == Comparator.class) {
            return Comparator.naturalOrder();
        }
        return Proxy.newProxyInstance(Samples.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("toString")
                        ? "function " + kind
                        : method.getName().equals("hashCode") ? 1 : proxy == args[0];
            }
            if (method.isDefault()) {
                throw new UnsupportedOperationException(method.toString());
            }
            if (kind < 15) {
                throw new IllegalArgumentException("function " + kind);
            }
            Object[] all = args == null ? new Object[0] : args;
            return result(method.getReturnType(), type, all, kind);
        });
    }

    private static @Nullable Object result(Class<?> type, Class<?> function, Object[] args, int kind) {
        int hash = 0;
        for (Object arg : args) {
            hash = hash * 31
                    + (arg instanceof Number n ? n.intValue() : arg == null ? 1 : arg instanceof String ? 2 : 5);
        }
        int number = (hash + kind) % 7;
        if (type == void.class) {
            return null;
        } else if (type == boolean.class) {
            return number % 2 == 0;
        } else if (type == int.class) {
            return number;
        } else if (type == long.class) {
            return (long) number;
        } else if (type == double.class) {
            return (double) number;
        }
        return kind < 25 && function != Callable.class ? null : number;
    }
}
