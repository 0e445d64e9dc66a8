package bouncer.engine.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Library calls that lead out of what the engine controls, or show that it is there: the first one ends the exploration. */
final class UnsupportedApis {
    private static final Map<String, String> PACKAGES = Map.of(
            "java/net/", "the network",
            "java/nio/channels/", "channels, which block for real",
            "jdk/internal/", "the inside of the library");

    /** Classes, or methods as {@code class.method}, to what they are. */
    private static final Map<String, String> CLASSES = new HashMap<>();

    static {
        refuse("java/lang/Process", "another process");
        refuse("java/lang/ProcessBuilder", "another process");
        refuse("java/lang/ProcessHandle", "another process");
        refuse(
                "java/lang/Runtime",
                "the whole process",
                "exec",
                "exit",
                "halt",
                "addShutdownHook",
                "load",
                "loadLibrary");
        refuse(
                "java/lang/System",
                "the whole process",
                "load",
                "loadLibrary",
                "setOut",
                "setErr",
                "setIn",
                "setProperties");
        refuse("java/lang/Thread", "threads beside its own", "enumerate", "activeCount", "getAllStackTraces");
        refuse("java/lang/Thread", "stack traces, which show the engine", "getStackTrace");
        refuse("java/lang/Thread", "the forced end of threads", "stop", "suspend", "resume", "destroy");
        refuse(
                "java/lang/ThreadGroup",
                "threads beside its own",
                "enumerate",
                "activeCount",
                "interrupt",
                "list",
                "stop");
        refuse("java/lang/StackWalker", "stack traces, which show the engine");
        refuse("java/lang/ScopedValue", "scoped values");
        refuse("java/lang/ScopedValue$Carrier", "scoped values");
        refuse("java/util/concurrent/StructuredTaskScope", "structured task scopes");
        refuse("java/lang/ref/Cleaner", "threads of the library's own");
        refuse("sun/misc/Unsafe", "memory behind the language's back");
        refuse("java/lang/reflect/Method", "reflection", "invoke");
        refuse("java/lang/reflect/Constructor", "reflection", "newInstance");
        refuse("java/lang/Class", "reflection", "newInstance");
        for (String type : List.of("", "Boolean", "Byte", "Char", "Short", "Int", "Long", "Float", "Double")) {
            refuse("java/lang/reflect/Field", "reflection", "get" + type, "set" + type);
        }
        for (String kind : List.of("find", "unreflect")) {
            for (String what : List.of("", "Virtual", "Static", "Special", "Constructor", "Getter", "Setter")) {
                refuse("java/lang/invoke/MethodHandles$Lookup", "method handles", kind + what, kind + "Static" + what);
            }
        }
        refuse("java/lang/invoke/MethodHandles$Lookup", "variable handles by reflection", "unreflectVarHandle");
        refuse(
                "java/lang/invoke/MethodHandles",
                "views of arrays",
                "byteArrayViewVarHandle",
                "byteBufferViewVarHandle");
    }

    private UnsupportedApis() {}

    private static void refuse(String owner, String what, String... methods) {
        for (String method : methods) {
            CLASSES.put(owner + "." + method, what);
        }
        if (methods.length == 0) {
            CLASSES.put(owner, what);
        }
    }

    /** Why a call is refused, as a sentence for people; null if it is not. */
    static @Nullable String reason(String owner, String name) {
        String what = CLASSES.getOrDefault(owner + "." + name, CLASSES.get(owner));
        if (what == null) {
            what = PACKAGES.entrySet().stream()
                    .filter(each -> owner.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return what == null
                ? null
                : "the program uses " + what + " (" + owner.replace('/', '.').replace('$', '.')
                        + (name.equals("<init>") ? "" : "." + name) + "), which the engine does not control";
    }
}
