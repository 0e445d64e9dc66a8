package bouncer.engine.hooks;

import bouncer.engine.jdk.LibraryClasses;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** How threads may share the objects of a class, by the table of library classes. Stateless but for a cache. */
final class LibraryObjects {
    private static final LibraryClasses LIBRARY = LibraryClasses.standard();
    private static final String MODEL = "bouncer.engine.library.IdentityHashMap";

    private static final ClassValue<Facts> FACTS = new ClassValue<>() {
        @Override
        protected Facts computeValue(Class<?> type) {
            return facts(type);
        }
    };

    private LibraryObjects() {}

    /** How an object is guarded against several threads. */
    enum Guard {
        /** It is thread-safe, or instrumented code guards what it holds. */
        OTHER,
        /** Not at all: two calls race if one of them changes it. */
        NONE,
        /** Each call takes its monitor. */
        MONITOR
    }

    /**
     * What is known of a class.
     *
     * @param reads the methods that are reads; null for the usual ones
     * @param own methods that the program's own class declares, whose bodies are instrumented
     * @param cursor whether it is an iterator or the like, which has a position besides what it is of
     */
    private record Facts(Guard guard, @Nullable Set<String> reads, Set<String> own, boolean cursor) {}

    private static Facts facts(Class<?> type) {
        Class<?> base = type;
        Set<String> own = new HashSet<>();
        while (base != null && !isOfLibrary(base)) {
            for (Method method : base.getDeclaredMethods()) {
                if (!Modifier.isStatic(method.getModifiers())) {
                    own.add(method.getName());
                }
            }
            base = base.getSuperclass();
        }
        boolean cursor = base == type && isCursorClass(type);
        boolean stateless = base == null || (base != type && Modifier.isAbstract(base.getModifiers()));
        Guard guard = stateless ? Guard.OTHER : cursor ? Guard.NONE : guard(base);
        Set<String> reads = null;
        for (Class<?> at = base; at != null && reads == null; at = at.getSuperclass()) {
            reads = LIBRARY.reads(at.getName());
        }
        return new Facts(guard, reads, own, cursor && reads == null);
    }

    /** Iterators of immutable collections are not immutable. */
    private static boolean isCursorClass(Class<?> type) {
        return type.getName().startsWith("java.util.")
                && !type.getName().startsWith("java.util.Collections$Empty")
                && (Iterator.class.isAssignableFrom(type)
                        || Enumeration.class.isAssignableFrom(type)
                        || Spliterator.class.isAssignableFrom(type));
    }

    private static boolean isOfLibrary(Class<?> type) {
        String module = type.getModule().getName();
        return (module != null && (module.startsWith("java.") || module.startsWith("jdk.")))
                || type.getName().startsWith(MODEL);
    }

    private static Guard guard(Class<?> base) {
        if (base.getName().startsWith("java.util.Collections$Synchronized")
                || Vector.class.isAssignableFrom(base)
                || java.util.Hashtable.class.isAssignableFrom(base)
                || base == StringBuffer.class) {
            return Guard.MONITOR;
        }
        if (base.getName().startsWith(MODEL)) {
            return Guard.NONE;
        }
        for (Class<?> at = base; at != null; at = at.getSuperclass()) {
            // An implementation that is not public stands for the public class that it extends.
            if (at.getModule().isExported(at.getPackageName())) {
                return LIBRARY.isUnguarded(at.getName().replace('.', '/')) ? Guard.NONE : Guard.OTHER;
            }
        }
        return Guard.OTHER;
    }

    /** Returns how an object is guarded. */
    static Guard guard(Object object) {
        return FACTS.get(object.getClass()).guard;
    }

    /** Returns true if the program's own class declares a method of that name: it reports its accesses itself. */
    static boolean isOwn(Object object, String method) {
        Set<String> own = FACTS.get(object.getClass()).own;
        return !own.isEmpty() && own.contains(method);
    }

    /** Returns true if an object has a position in another one, which most of its methods change. */
    static boolean isCursor(Object object) {
        return FACTS.get(object.getClass()).cursor;
    }

    /** Returns true if a method leaves its receiver as it is. */
    static boolean isRead(Object receiver, String method, int parameters) {
        Set<String> reads = FACTS.get(receiver.getClass()).reads;
        return reads == null
                ? LIBRARY.isRead(method)
                : reads.contains(method) || reads.contains(method + "/" + parameters);
    }
}
