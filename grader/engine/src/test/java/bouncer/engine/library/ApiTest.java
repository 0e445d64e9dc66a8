package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing public in {@code java.util.concurrent} runs unmodelled in silence, on any JDK that the tests run on: it has a model or
 * a shadow, or is in the list with the reason why not.
 */
class ApiTest {
    private static final List<String> PACKAGES = List.of("", "atomic/", "locks/");
    private static final Properties LISTED = new Properties();

    static {
        try (InputStream list = ApiTest.class.getResourceAsStream("unmodelled.properties")) {
            LISTED.load(new java.io.InputStreamReader(list, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

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
            if (isShadowed(type) || (model != null && !model.endsWith("/Unmodelled"))) {
                modelled++;
            } else if (model != null && reason(shortName(type)) == null) {
                open.add(shortName(type) + " is uncontrolled for no reason given");
            } else if (model == null && !isHarmless(type) && reason(shortName(type)) == null) {
                open.add(shortName(type) + " runs for real");
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
                String signature = signature(each, true);
                String name = shortName(each.getDeclaringClass()) + "." + signature(each, false);
                if (!members.contains(signature) && reason(name) == null && reason(bare(name)) == null) {
                    open.add(name);
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
            if ((whole || isShadowed(type)) && reason(shortName(type)) != null) {
                stale.add(shortName(type));
            }
            if (whole) {
                Set<String> members = members(load(model.replace('/', '.')));
                for (Executable each : callable(type)) {
                    String name = shortName(type) + "." + signature(each, false);
                    if (members.contains(signature(each, true))
                            && (reason(name) != null || reason(bare(name)) != null)) {
                        stale.add(name);
                    }
                }
            }
        }
        assertThat(stale).isEmpty();
        LISTED.forEach(
                (name, reason) -> assertThat((String) reason).as("%s", name).hasSizeGreaterThan(20));
    }

    private static String reason(String name) {
        return LISTED.getProperty(name);
    }

    private static String bare(String signature) {
        return signature.substring(0, signature.indexOf('('));
    }

    private static String model(Class<?> type) {
        return ModelledClasses.classes().get(type.getName().replace('.', '/'));
    }

    private static boolean isShadowed(Class<?> type) {
        return RelocatedJdkClasses.covers(type.getName().replace('.', '/'));
    }

    private static String shortName(Class<?> type) {
        return type.getName().replace("java.util.concurrent.", "");
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
