package bouncer.app.catalogue;

import bouncer.checks.On;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.specification.Clients;
import bouncer.checks.specification.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lists a check class's checks from its annotations. The class is loaded but never initialised or run. Stateless. */
public final class CheckReader {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private CheckReader() {}

    /**
     * Lists the checks in the order of the source.
     *
     * @throws IllegalStateException if the class does not exist, or uses a feature of JUnit that checks do not
     *     support; the message names class, method, and what to use instead
     */
    public static List<CheckSpec> read(ClassLoader loader, String checkClass) {
        List<CheckSpec> specs = new ArrayList<>();
        try {
            List<String> unsupported = UnsupportedJUnit.in(loader, checkClass);
            if (!unsupported.isEmpty()) {
                throw new IllegalStateException(String.join("\n", unsupported));
            }
            Class<?> type = Class.forName(checkClass, false, loader);
            for (String method : methodsInOrder(type)) {
                specs.addAll(variants(type, CheckInfo.method(type, method)));
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("The checks " + checkClass + " are not built", e);
        }
        return specs;
    }

    private static List<CheckSpec> variants(Class<?> type, Method method) {
        CheckInfo info = CheckInfo.of(method);
        if (info == null) {
            return List.of();
        }
        boolean virtual = info.on().contains(On.VIRTUAL) && Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        // The sum of the points must be the same on every JDK, so the variants share the points of the check.
        int second = virtual ? info.points() / 2 : 0;
        List<CheckSpec> specs = new ArrayList<>();
        specs.add(spec(type, method, info, On.PLATFORM, info.points() - second));
        if (virtual) {
            specs.add(spec(type, method, info, On.VIRTUAL, second));
        }
        return specs;
    }

    private static CheckSpec spec(Class<?> type, Method method, CheckInfo info, On on, int points) {
        boolean virtual = on == On.VIRTUAL;
        return new CheckSpec(
                type.getName() + "#" + method.getName() + (virtual ? "[virtual]" : ""),
                info.phase(),
                type.getName(),
                method.getName(),
                info.title() + (virtual ? " (virtual threads)" : ""),
                points,
                on,
                info.hint(),
                info.after());
    }

    /**
     * Returns the methods in the order of the source, which is that of the class file; reflection guarantees no order.
     */
    private static List<String> methodsInOrder(Class<?> type) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream bytes =
                type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new IOException("No class file for " + type.getName());
            }
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        @org.jspecify.annotations.Nullable String signature,
                                        String @org.jspecify.annotations.Nullable [] exceptions) {
                                    if (descriptor.equals("()V")
                                            && !name.startsWith("<")
                                            && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                                        names.add(name);
                                    }
                                    return super.visitMethod(access, name, descriptor, signature, exceptions);
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        }
        names.addAll(inherited(type));
        return names;
    }

    /** Returns the checks that every specification has. */
    private static List<String> inherited(Class<?> type) {
        return Specification.class.isAssignableFrom(type)
                ? Stream.of(Specification.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(Clients.class))
                        .sorted(Comparator.comparing(
                                method -> method.getAnnotation(Clients.class).value()))
                        .map(Method::getName)
                        .toList()
                : List.of();
    }
}
