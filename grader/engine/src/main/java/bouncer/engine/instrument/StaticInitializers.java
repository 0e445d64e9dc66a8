package bouncer.engine.instrument;

import bouncer.engine.hooks.Hooks;
import bouncer.engine.run.ClassInitializers;
import bouncer.engine.run.Execution;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Static state: cleared before each execution, in which the class files' own initialisers then set it up at first use.
 * Enums and interfaces are initialised once, and classes whose initialiser takes long; what they hold is put back.
 */
public final class StaticInitializers implements ClassInitializers {
    /** The number of backward jumps in an initialiser that is too long to run in every execution, such as of a table. */
    private static final int LONG = 20_000;

    private final Loader loader;
    private final Map<Class<?>, Setup> setups = new HashMap<>();
    private final Set<Class<?>> succeeded = new HashSet<>();
    /** Classes that are initialised once, and put back then. */
    private final Set<Class<?>> kept = new HashSet<>();

    /** What clears the fields of a class, and what sets them up; both null for a class without any. */
    private record Setup(
            @Nullable MethodHandle clear, @Nullable MethodHandle initialise) {}

    /** For the classes of one loader. */
    public StaticInitializers(Loader loader) {
        this.loader = loader;
    }

    /** Called by a class that is used for the first time in this process. */
    public static void used(Class<?> type) {
        ((Loader) type.getClassLoader()).used(type);
    }

    /** Called by an enum or interface when its initialiser begins. */
    public static void beginsForGood(Class<?> type) {
        ((Loader) type.getClassLoader()).beginsForGood();
        Hooks.initialising(true);
    }

    /**
     * Called by an enum or interface that is used for the first time: it can't be set up again, but what it holds can
     * be put back.
     */
    public static void doneForGood(Class<?> type) {
        ((Loader) type.getClassLoader()).initialisedForGood(type);
        Hooks.initialising(false);
    }

    /** Clears the static state of all classes that were used so far. Must run outside of an execution. */
    public void reset() throws Throwable {
        loader.lasting().restore();
        for (Class<?> type : loader.initialised()) {
            MethodHandle clear = kept.contains(type) ? null : setup(type).clear;
            if (clear != null) {
                clear.invokeExact();
            }
        }
    }

    @Override
    public boolean isInitialised(Class<?> type) {
        return type.getClassLoader() == loader && !type.isInterface() && !type.isEnum() && !type.isArray();
    }

    @Override
    public void initialise(Class<?> type) throws Throwable {
        MethodHandle initialise = kept.contains(type) ? null : setup(type).initialise;
        if (initialise != null) {
            Execution execution = Execution.active();
            int turns = execution == null ? 0 : execution.turns();
            initialise.invokeExact();
            if (execution != null && execution.turns() - turns > LONG && !loader.isOpen(type)) {
                kept.add(type);
                loader.lasting().keep(type);
            }
        }
        succeeded.add(type);
    }

    @Override
    public boolean hasSucceeded(Class<?> type) {
        return succeeded.contains(type);
    }

    @Override
    public boolean isOpen(Class<?> type) {
        return loader.isOpen(type);
    }

    @Override
    public void open(Class<?> type) {
        loader.open(type);
    }

    @Override
    public boolean readsOptimistically() {
        return loader.readsOptimistically();
    }

    @Override
    public void readOptimistically() {
        loader.readOptimistically();
    }

    private Setup setup(Class<?> type) throws IllegalAccessException {
        Setup known = setups.get(type);
        if (known == null) {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            known = new Setup(find(lookup, "bouncer$zero"), find(lookup, AddedNames.INITIALISE));
            setups.put(type, known);
        }
        return known;
    }

    private static @Nullable MethodHandle find(MethodHandles.Lookup lookup, String name) throws IllegalAccessException {
        try {
            MethodHandle found = lookup.findStatic(lookup.lookupClass(), name, MethodType.methodType(void.class));
            // A static method is inherited, and would run once for each subclass.
            return lookup.revealDirect(found).getDeclaringClass() == lookup.lookupClass() ? found : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
