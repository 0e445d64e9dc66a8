package bouncer.engine.instrument;

import bouncer.engine.hooks.ArrayCalls;
import bouncer.engine.hooks.ClassCalls;
import bouncer.engine.hooks.FenceCalls;
import bouncer.engine.hooks.LockSupportCalls;
import bouncer.engine.hooks.ObjectCalls;
import bouncer.engine.hooks.PrintCalls;
import bouncer.engine.hooks.RandomnessCalls;
import bouncer.engine.hooks.ReflectionCalls;
import bouncer.engine.hooks.RuntimeCalls;
import bouncer.engine.hooks.SystemCalls;
import bouncer.engine.hooks.ThreadCalls;
import bouncer.engine.hooks.ThrowableCalls;
import bouncer.engine.hooks.TimeCalls;
import bouncer.engine.hooks.TimeUnitCalls;
import bouncer.engine.hooks.UnorderedCalls;
import bouncer.engine.jdk.LibraryClasses;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Remapper;

/**
 * The library calls that are redirected to a static method of the engine. A bridge is a class of such methods; see
 * {@link LibraryClasses#redirected}.
 */
final class CallRedirections {

    /** Where a call goes. */
    record Target(String owner, String name, String descriptor) {}

    private static final Map<String, Class<?>> OWN = new LinkedHashMap<>();

    static {
        OWN.put("java/lang/Thread", ThreadCalls.class);
        OWN.put("java/lang/Object", ObjectCalls.class);
        OWN.put("java/lang/Throwable", ThrowableCalls.class);
        OWN.put("java/lang/Class", ClassCalls.class);
        OWN.put("java/lang/System", SystemCalls.class);
        OWN.put("java/util/Arrays", ArrayCalls.class);
        OWN.put("java/util/stream/IntStream", ArrayCalls.class);
        OWN.put("java/util/stream/LongStream", ArrayCalls.class);
        OWN.put("java/lang/Runtime", RuntimeCalls.class);
        OWN.put("java/io/PrintStream", PrintCalls.class);
        OWN.put("java/io/PrintWriter", PrintCalls.class);
        OWN.put("java/time/Clock", TimeCalls.OfClock.class);
        OWN.put("java/time/Instant", TimeCalls.OfInstant.class);
        OWN.put("java/time/LocalDate", TimeCalls.OfDate.class);
        OWN.put("java/time/LocalTime", TimeCalls.OfTime.class);
        OWN.put("java/time/LocalDateTime", TimeCalls.OfDateTime.class);
        OWN.put("java/time/ZonedDateTime", TimeCalls.OfZoned.class);
        OWN.put("java/lang/reflect/Field", ReflectionCalls.OfField.class);
        OWN.put("java/lang/reflect/Method", ReflectionCalls.OfMethod.class);
        OWN.put("java/lang/reflect/Constructor", ReflectionCalls.OfConstructor.class);
        OWN.put("java/lang/Math", RandomnessCalls.OfMath.class);
        OWN.put("java/lang/StrictMath", RandomnessCalls.OfMath.class);
        OWN.put("java/util/UUID", RandomnessCalls.OfUuid.class);
        OWN.put("java/util/Set", UnorderedCalls.OfSet.class);
        OWN.put("java/util/Map", UnorderedCalls.OfMap.class);
        OWN.put("java/util/Collections", RandomnessCalls.OfCollections.class);
        OWN.put("java/lang/invoke/MethodHandles$Lookup", bouncer.engine.hooks.Variables.class);
        OWN.put("java/lang/invoke/MethodHandles", bouncer.engine.hooks.Variables.class);
        OWN.put("jdk/internal/invoke/MhUtil", bouncer.engine.hooks.Variables.class);
        OWN.put("java/lang/invoke/VarHandle", FenceCalls.class);
        OWN.put("java/util/concurrent/TimeUnit", TimeUnitCalls.class);
        OWN.put("java/util/concurrent/locks/LockSupport", LockSupportCalls.class);
    }

    private static final CallRedirections STANDARD = new CallRedirections();
    private final Map<String, Map<String, Target>> byOwner = new HashMap<>();
    private final Remapper names = ModelRemapper.names(LibraryClasses.standard());

    private CallRedirections() {
        OWN.forEach(this::add);
        LibraryClasses.standard().redirected().forEach((owner, to) -> add(owner, load(to)));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, CallRedirections.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("library-classes.txt redirects calls to a class that does not exist", e);
        }
    }

    static CallRedirections standard() {
        return STANDARD;
    }

    private void add(String owner, Class<?> bridge) {
        Map<String, Target> targets = byOwner.computeIfAbsent(owner, key -> new HashMap<>());
        for (Method method : bridge.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
                String descriptor = Type.getMethodDescriptor(method);
                targets.put(
                        method.getName() + descriptor,
                        new Target(Type.getInternalName(bridge), method.getName(), descriptor));
            }
        }
    }

    boolean has(String owner) {
        return byOwner.containsKey(owner);
    }

    /** Where a static call goes, or null if it stays. */
    @Nullable
    Target ofStatic(String owner, String name, String descriptor) {
        return find(owner, name, descriptor);
    }

    /** Where an instance call goes, or null if it stays. */
    @Nullable
    Target ofInstance(String owner, String name, String descriptor) {
        return find(owner, name, "(L" + owner + ";" + descriptor.substring(1));
    }

    private @Nullable Target find(String owner, String name, String descriptor) {
        Map<String, Target> targets = byOwner.get(owner);
        // A bridge may be written in the models' terms.
        return targets == null
                ? null
                : targets.getOrDefault(name + descriptor, targets.get(name + names.mapMethodDesc(descriptor)));
    }
}
