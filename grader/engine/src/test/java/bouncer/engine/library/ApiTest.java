package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.jdk.LibraryClasses;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of library classes against the JDK that runs the tests: every public class and member of {@code java.util.concurrent} has
 * a model or is relocated, or the table says why not.
 */
class ApiTest {
    private static final List<String> PACKAGES = List.of("", "atomic/", "locks/");
    private static final LibraryClasses TABLE = LibraryClasses.standard();

    /** Every public class of the three packages, nested ones included. */
    private static List<Class<?>> library() throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/util/concurrent");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file).toString().replace(".class", ""))
                    .filter(name -> PACKAGES.contains(name.substring(0, name.lastIndexOf('/') + 1)))
                    .sorted()
                    .<Class<?>>map(name -> load("java.util.concurrent." + name.replace('/', '.')))
                    .filter(ApiTest::isPublic)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    /** Interfaces, exceptions and enums have no state that threads share. */
    private static boolean isHarmless(Class<?> type) {
        return type.isInterface() || Throwable.class.isAssignableFrom(type) || type.isEnum();
    }

    @Test
    void everyClassHasAModelOrAReason() throws IOException {
        Set<String> open = new TreeSet<>();
        int modelled = 0;
        for (Class<?> type : library()) {
            String model = model(type);
            if (isRelocated(type) || (model != null && !model.endsWith("/Unmodelled"))) {
                modelled++;
            } else if (model != null && reason(internalName(type)) == null) {
                open.add(internalName(type) + " is uncontrolled for no reason given");
            } else if (model == null && !isHarmless(type) && reason(internalName(type)) == null) {
                open.add(internalName(type) + " runs for real");
            }
        }
        assertThat(open).isEmpty();
        assertThat(modelled).isGreaterThanOrEqualTo(60);
    }

    @Test
    void everyMethodOfAModelledClassIsModelledOrHasAReason() throws IOException {
        Set<String> open = new TreeSet<>();
        int methods = 0;
        for (Class<?> type : library()) {
            String model = model(type);
            if (model == null || model.endsWith("/Unmodelled")) {
                continue;
            }
            Set<String> members = members(load(model.replace('/', '.')));
            for (Executable each : callable(type)) {
                methods++;
                if (!members.contains(signature(each, true)) && memberReason(each.getDeclaringClass(), each) == null) {
                    open.add(internalName(each.getDeclaringClass()) + "." + signature(each, false));
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(methods).isGreaterThan(1_000);
    }

    /** A reason that is no longer needed on any JDK is gone from the list; what only newer JDKs have may be listed. */
    @Test
    void everyReasonIsOfSomethingThatHasNoModel() throws IOException {
        Set<String> stale = new TreeSet<>();
        for (Class<?> type : library()) {
            String model = model(type);
            boolean whole = model != null && !model.endsWith("/Unmodelled");
            if ((whole || isRelocated(type)) && reason(internalName(type)) != null) {
                stale.add(internalName(type));
            }
            if (whole) {
                Set<String> members = members(load(model.replace('/', '.')));
                for (Executable each : callable(type)) {
                    if (members.contains(signature(each, true)) && memberReason(type, each) != null) {
                        stale.add(internalName(type) + "." + signature(each, false));
                    }
                }
            }
        }
        assertThat(stale).isEmpty();
    }

    /** A misspelt name in the table would have no effect. */
    @Test
    void theTableNamesClassesThatExist() {
        Set<String> unknown = new TreeSet<>(TABLE.models().keySet());
        unknown.addAll(TABLE.redirected().keySet());
        unknown.removeIf(name -> exists(name) || name.startsWith("java/lang/Thread$Builder"));
        assertThat(unknown).isEmpty();
        for (String name : TABLE.withReasons()) {
            String owner = name.substring(0, (name + ".").indexOf('.'));
            if (!owner.endsWith("/") && !owner.startsWith("java/util/concurrent/StructuredTaskScope")) {
                assertThat(exists(owner) || owner.startsWith("java/lang/ScopedValue"))
                        .as(owner)
                        .isTrue();
            }
        }
    }

    private static boolean exists(String internalName) {
        try {
            Class.forName(internalName.replace('/', '.'), false, ApiTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String reason(String name) {
        return TABLE.reason(name);
    }

    /** The reason for a member of a class: by name and number of parameters, or by name alone. */
    private static String memberReason(Class<?> type, Executable member) {
        String name = internalName(type) + "." + (member instanceof Method ? member.getName() : "<init>");
        String reason = reason(name + "/" + member.getParameterCount());
        return reason != null ? reason : reason(name);
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static String model(Class<?> type) {
        return TABLE.model(internalName(type));
    }

    private static boolean isRelocated(Class<?> type) {
        return TABLE.isRelocated(internalName(type));
    }

    private static Set<Executable> callable(Class<?> type) {
        Set<Executable> all = new LinkedHashSet<>();
        all.addAll(Arrays.asList(type.getDeclaredConstructors()));
        all.addAll(Arrays.asList(type.getMethods()));
        all.addAll(Arrays.asList(type.getDeclaredMethods()));
        all.removeIf(each -> each.isSynthetic()
                || each.getDeclaringClass() == Object.class
                || (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0);
        return all;
    }

    /** Everything a call on the model finds, inherited methods and interfaces' defaults included. */
    private static Set<String> members(Class<?> model) {
        Set<String> found = new HashSet<>();
        for (Constructor<?> constructor : model.getDeclaredConstructors()) {
            found.add(signature(constructor, false));
        }
        for (Class<?> at = model; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                found.add(signature(method, false));
            }
        }
        for (Method method : model.getMethods()) {
            found.add(signature(method, false));
        }
        return found;
    }

    /** Name and types, of what is returned, too: a call is linked by them. */
    private static String signature(Executable of, boolean renamed) {
        StringBuilder text = new StringBuilder(of instanceof Method ? of.getName() : "<init>").append('(');
        for (Class<?> parameter : of.getParameterTypes()) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",").append(type(parameter, renamed));
        }
        return text.append(")")
                .append(of instanceof Method m ? type(m.getReturnType(), renamed) : "")
                .toString();
    }

    private static String type(Class<?> type, boolean renamed) {
        if (type.isArray()) {
            return type(type.getComponentType(), renamed) + "[]";
        }
        String model = renamed ? model(type) : null;
        return model == null ? type.getName() : model.replace('/', '.');
    }
}
