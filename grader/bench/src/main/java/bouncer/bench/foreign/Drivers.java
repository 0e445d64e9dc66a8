package bouncer.bench.foreign;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the programs of a suite, and writes driver classes for those that are not a no-argument method: JUnit tests,
 * each with its {@code setUp} and {@code tearDown}; static methods; and {@code main}.
 */
final class Drivers {

    private final Suite suite;
    private final List<Scenario> found = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();

    private Drivers(Suite suite) {
        this.suite = suite;
    }

    /** Returns all programs of a suite; its drivers are compiled into it. */
    static List<Scenario> scenarios(Suite suite, Path scratch) throws IOException {
        Drivers drivers = new Drivers(suite);
        try (var loader = suite.loader()) {
            for (String name : suite.names()) {
                Class<?> type = Suite.load(loader, name).orElse(null);
                if (type != null && !type.isInterface() && !type.isSynthetic() && isOpen(type)) {
                    drivers.add(type, scratch);
                }
            }
        }
        if (!drivers.sources.isEmpty()) {
            suite.compile(drivers.sources);
        }
        drivers.found.removeIf(each ->
                !Files.exists(suite.classes().resolve(each.className().replace('.', '/') + ".class")));
        drivers.found.sort(Comparator.comparing(Scenario::title));
        return drivers.found;
    }

    private static boolean isOpen(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return !Modifier.isAbstract(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && !Modifier.isPrivate(type.getModifiers())
                && (outer == null || Modifier.isStatic(type.getModifiers()));
    }

    private void add(Class<?> type, Path scratch) throws IOException {
        boolean made = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(each -> each.getParameterCount() == 0 && !Modifier.isPrivate(each.getModifiers()));
        Map<String, String> bodies = new LinkedHashMap<>();
        List<Method> tests = tests(type);
        if (!tests.isEmpty() && made) {
            tests.forEach(test -> bodies.put(test.getName(), test(type, test)));
        } else if (tests.isEmpty()) {
            for (Method method : type.getDeclaredMethods()) {
                direct(type, method, made, bodies);
            }
        }
        if (!bodies.isEmpty()) {
            write(type, bodies, scratch);
        }
    }

    private void direct(Class<?> type, Method method, boolean made, Map<String, String> bodies) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic() || method.isBridge()) {
            return;
        }
        if (isStatic
                && method.getName().equals("main")
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class})) {
            // A suite of methods often has a main that calls them all by reflection.
            if (programs(type).isEmpty()) {
                bodies.put("main", name(type) + ".main(new String[0]);");
            }
        } else if (isStatic && method.getParameterCount() == 0 && isTop(type)) {
            bodies.put(method.getName(), name(type) + "." + method.getName() + "();");
        } else if (!isStatic && made && programs(type).contains(method)) {
            found.add(Scenario.of(type.getName(), type.getName(), method.getName()));
        }
    }

    /** A nested class is mostly a part of a program, and its methods are none. */
    private static boolean isTop(Class<?> type) {
        return type.getEnclosingClass() == null
                && type.getSuperclass() == Object.class
                && type.getInterfaces().length == 0;
    }

    private static List<Method> programs(Class<?> type) {
        return !isTop(type)
                ? List.of()
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(each -> each.getParameterCount() == 0
                                && Modifier.isPublic(each.getModifiers())
                                && !Modifier.isStatic(each.getModifiers())
                                && each.getReturnType() == void.class
                                && !each.isSynthetic())
                        .toList();
    }

    /** Returns the test methods of a JUnit 3 or 4 class. */
    private static List<Method> tests(Class<?> type) {
        boolean old = Stream.<Class<?>>iterate(type, at -> at != null, Class::getSuperclass)
                .anyMatch(at -> at.getName().equals("junit.framework.TestCase"));
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getParameterCount() == 0
                        && each.getReturnType() == void.class
                        && !Modifier.isStatic(each.getModifiers()))
                .filter(each -> (old && each.getName().startsWith("test")) || isTest(each))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals("org.junit.Test"));
    }

    private static String test(Class<?> type, Method method) {
        StringBuilder body = new StringBuilder(name(type) + " test = new " + name(type) + "();");
        if (has(type, "setName", String.class)) {
            body.append(" test.setName(\"").append(method.getName()).append("\");");
        }
        if (has(type, "setUp")) {
            body.append(" test.setUp();");
        }
        String call = "test." + method.getName() + "();";
        body.append(has(type, "tearDown") ? " try { " + call + " } finally { test.tearDown(); }" : " " + call);
        return body.toString();
    }

    /** Returns whether a driver in the class's package may call a method of a fixture. */
    private static boolean has(Class<?> type, String name, Class<?>... parameters) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), parameters)) {
                    boolean here = at.getPackageName().equals(type.getPackageName());
                    return Modifier.isPublic(method.getModifiers())
                            || (here && !Modifier.isPrivate(method.getModifiers()));
                }
            }
        }
        return false;
    }

    private static String name(Class<?> type) {
        return String.valueOf(type.getCanonicalName());
    }

    private void write(Class<?> type, Map<String, String> bodies, Path scratch) throws IOException {
        String own = type.getPackageName();
        String simple = "Driver_"
                + type.getName().substring(own.isEmpty() ? 0 : own.length() + 1).replace('$', '_');
        StringBuilder source = new StringBuilder(own.isEmpty() ? "" : "package " + own + ";\n");
        source.append("public class ").append(simple).append(" {\n");
        bodies.forEach((method, body) -> source.append("    public void ")
                .append(method)
                .append("__() throws Throwable { ")
                .append(body)
                .append(" }\n"));
        source.append("}\n");
        Path file = scratch.resolve(own.replace('.', '/')).resolve(simple + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        sources.add(file);
        String driver = own.isEmpty() ? simple : own + "." + simple;
        bodies.keySet().forEach(method -> found.add(Scenario.of(type.getName(), driver, method + "__")));
    }
}
