package bouncer.engine.instrument;

import bouncer.engine.hooks.Hooks;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;

/** Static state: set up by the class file's own initialiser at first use, and again before each later execution. */
public final class StaticInitializers {
    private final Loader loader;
    private final Map<Class<?>, MethodHandle[]> setups = new HashMap<>();

    /** For the classes of one loader. */
    public StaticInitializers(Loader loader) {
        this.loader = loader;
    }

    /** Called by a class that is used for the first time, after its initialiser: so those it needed come before it. */
    public static void done(Class<?> type) {
        ((Loader) type.getClassLoader()).initialised(type);
        Hooks.initialising(false);
    }

    /**
     * Called by an enum or interface that is used for the first time: it can't be set up again, but what it holds can
     * be put back.
     */
    public static void doneForGood(Class<?> type) {
        ((Loader) type.getClassLoader()).initialisedForGood(type);
        Hooks.initialising(false);
    }

    /** Sets up all classes that were used so far. Must run outside of an execution. */
    public void reset() throws Throwable {
        loader.lasting().restore();
        for (Class<?> type : loader.initialised()) {
            setup(type)[0].invokeExact();
        }
        for (Class<?> type : loader.initialised()) {
            setup(type)[1].invokeExact();
        }
    }

    private MethodHandle[] setup(Class<?> type) throws ReflectiveOperationException {
        MethodHandle[] known = setups.get(type);
        if (known == null) {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodType nothing = MethodType.methodType(void.class);
            known = new MethodHandle[] {
                lookup.findStatic(type, "bouncer$zero", nothing),
                lookup.findStatic(type, AddedNames.INITIALISE, nothing)
            };
            setups.put(type, known);
        }
        return known;
    }
}
