package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.jdk.LibraryClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Drives a model and the real class with the same generated calls, constructors included, and compares what they answer
 * and throw. A call that would wait is left out on both sides: outside an exploration the model says so.
 */
final class Conformance {
    private static final String WOULD_WAIT = "would wait";

    private final Class<?> real;
    private final Class<?> model;
    private final boolean waitingLeavesTraces;
    private final Predicate<Method> skipped;
    private final List<Method[]> methods = new ArrayList<>();
    private final List<Constructor<?>[]> constructors = new ArrayList<>();
    private final Map<String, Integer> compared = new HashMap<>();
    private int waits;

    Conformance(Class<?> real, Class<?> model, boolean waitingLeavesTraces, Predicate<Method> skipped) {
        this.real = real;
        this.model = model;
        this.waitingLeavesTraces = waitingLeavesTraces;
        this.skipped = skipped;
        for (Constructor<?> constructor : real.getConstructors()) {
            Constructor<?> other = find(model.getConstructors(), constructor);
            if (other != null) {
                constructors.add(new Constructor<?>[] {constructor, other});
            }
        }
        constructors.sort(Comparator.comparing(pair -> pair[0].toString()));
        for (Method method : real.getMethods()) {
            Method other = find(model.getMethods(), method);
            if (other != null && takesPart(method)) {
                methods.add(new Method[] {method, other});
            }
        }
        methods.sort(Comparator.comparing(pair -> pair[0].toString()));
    }

    private boolean takesPart(Method method) {
        return method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !Set.of("wait", "notify", "notifyAll", "hashCode", "spliterator", "parallelStream", "stream")
                        .contains(method.getName())
                && !skipped.test(method);
    }

    private static <E extends Executable> E find(E[] candidates, Executable wanted) {
        E found = null;
        for (E candidate : candidates) {
            boolean named =
                    candidate instanceof Constructor<?> || candidate.getName().equals(wanted.getName());
            if (named && Arrays.equals(renamed(wanted.getParameterTypes()), candidate.getParameterTypes())) {
                // What a public model inherits from a class that is not shows as a bridge only.
                found = found == null || !candidate.isSynthetic() ? candidate : found;
            }
        }
        return found;
    }

    private static Class<?>[] renamed(Class<?>[] types) {
        return Arrays.stream(types).map(Conformance::renamed).toArray(Class<?>[]::new);
    }

    private static Class<?> renamed(Class<?> type) {
        if (type.isArray()) {
            return renamed(type.getComponentType()).arrayType();
        }
        String name = LibraryClasses.standard().model(type.getName().replace('.', '/'));
        try {
            return name == null ? type : Class.forName(name.replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Many sequences of calls; fails at the first difference, with the calls that led there. */
    void run(int sequences, int calls) {
        for (int seed = 0; seed < sequences; seed++) {
            sequence(new Samples(seed), calls);
        }
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum())
                .as("calls of %s compared (%d would have waited)", real.getSimpleName(), waits)
                .isGreaterThan(sequences * calls / 8);
    }

    /** How many different methods were compared. */
    int methodsCompared() {
        return compared.size();
    }

    int methods() {
        return methods.size();
    }

    private void sequence(Samples samples, int calls) {
        List<String> log = new ArrayList<>();
        Constructor<?>[] constructor = constructors.get(samples.next(constructors.size()));
        Object[][] arguments = arguments(samples, constructor[0], constructor[1]);
        if (arguments == null) {
            return;
        }
        Object[] made = new Object[2];
        String theirs = call(() -> made[0] = constructor[0].newInstance(arguments[0]), made);
        String ours = call(() -> made[1] = constructor[1].newInstance(arguments[1]), made);
        log.add("new" + Arrays.toString(arguments[0]) + " → " + theirs);
        assertThat(ours).as("%s", log).isEqualTo(theirs);
        if (made[0] == null) {
            return;
        }
        for (int i = 0; i < calls; i++) {
            Method[] method = methods.get(samples.next(methods.size()));
            if (!step(samples, method, made, log)) {
                return;
            }
        }
    }

    /** Answers false when the call would have waited: the model may have joined a queue by then. */
    private boolean step(Samples samples, Method[] method, Object[] made, List<String> log) {
        Object[][] arguments = arguments(samples, method[0], method[1]);
        if (arguments == null) {
            return true;
        }
        String ours = call(() -> method[1].invoke(made[1], arguments[1]), made[1]);
        if (ours.contains(WOULD_WAIT)) {
            waits++;
            return !waitingLeavesTraces;
        }
        String theirs = call(() -> method[0].invoke(made[0], arguments[0]), made[0]);
        log.add(method[0].getName() + Arrays.deepToString(arguments[0]) + " → " + theirs);
        assertThat(ours).as("%s: %s", model.getSimpleName(), log).isEqualTo(theirs);
        compared.merge(method[0].toString(), 1, Integer::sum);
        return true;
    }

    private interface Call {
        Object go() throws ReflectiveOperationException;
    }

    private static String call(Call call, Object self) {
        try {
            return Shown.result(call.go(), self);
        } catch (InvocationTargetException e) {
            return Shown.thrown(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a call is a bulk operation of a map's: only far below its threshold is the order of its calls given. */
    static boolean hasThreshold(Executable executable) {
        return executable.getDeclaringClass() == java.util.concurrent.ConcurrentHashMap.class
                && executable.getParameterCount() > 1
                && executable.getParameterTypes()[0] == long.class;
    }

    private static Object[][] arguments(Samples samples, Executable executable, Executable other) {
        Class<?>[] types = executable.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        Object[][] arguments = new Object[2][types.length];
        for (int i = 0; i < types.length; i++) {
            try {
                Samples.Pair pair = i == 0 && hasThreshold(executable)
                        ? Samples.Pair.same(Long.MAX_VALUE)
                        : samples.of(types[i], others[i]);
                arguments[0][i] = pair.real();
                arguments[1][i] = pair.model();
            } catch (Samples.Unknown e) {
                return null;
            }
        }
        return arguments;
    }
}
