package bouncer.app.catalogue;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds uses of JUnit features that checks do not support, in the class files of a check class and its superclasses.
 * The worker calls only the constructor, the methods with {@code @BeforeEach}, the check and the methods with {@code
 * @AfterEach}, so any other feature would silently do nothing. An instance serves one class.
 */
final class UnsupportedJUnit {
    private static final String JUPITER = "org.junit.jupiter.";
    private static final String API = JUPITER + "api.";
    private static final Set<String> KINDS = Set.of(
            "bouncer.checks.Contract", "bouncer.checks.Explore", "bouncer.checks.Stress", "bouncer.checks.Timing");
    private static final Set<String> LIFECYCLE = Set.of(API + "BeforeEach", API + "AfterEach");
    /** Annotations that have no effect on a check. */
    private static final Set<String> HARMLESS = Set.of(API + "Tag", API + "Tags");

    private static final String KIND = "@Contract, @Explore, @Stress or @Timing";
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            entry(API + "Test", "annotate the method with " + KIND),
            entry(API + "TestTemplate", "annotate the method with " + KIND),
            entry(API + "TestFactory", "write one method with " + KIND + " for each test"),
            entry(API + "RepeatedTest", "use @Stress with Rounds.upTo(n), or @Explore"),
            entry(
                    JUPITER + "params.ParameterizedTest",
                    "write one method for each case, or loop over the cases in one"),
            entry(
                    JUPITER + "params.ParameterizedClass",
                    "write one method for each case, or loop over the cases in one"),
            entry(API + "Nested", "move its checks to the outer class or to a class of their own"),
            entry(API + "BeforeAll", "use @BeforeEach: every execution has fresh classes"),
            entry(API + "AfterAll", "use @AfterEach"),
            entry(API + "io.TempDir", "make a directory with Files.createTempDirectory in the check"),
            entry(API + "Timeout", "remove it: a check that hangs is ended and reported without it"),
            entry(API + "Disabled", "remove the check, or end it with Assume.that(false, reason)"),
            entry(API + "DisplayName", "use title = \"...\" of the check's annotation"),
            entry(API + "extension.ExtendWith", "do in @BeforeEach what the extension does"),
            entry(API + "extension.RegisterExtension", "do in @BeforeEach what the extension does"),
            entry(API + "TestInstance", "remove it: each execution has an instance of its own"),
            entry(API + "TestMethodOrder", "name checks that come first with after = \"...\""),
            entry(API + "Order", "name checks that come first with after = \"...\""));

    private final ClassLoader loader;
    private final List<String> found = new ArrayList<>();

    private UnsupportedJUnit(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Reads the class files.
     *
     * @param checkClass binary name
     * @return one sentence for each unsupported feature, with its replacement; empty if there is none
     * @throws IOException if a class file cannot be read
     */
    static List<String> in(ClassLoader loader, String checkClass) throws IOException {
        UnsupportedJUnit reader = new UnsupportedJUnit(loader);
        String name = checkClass;
        while (name != null && !name.equals("java.lang.Object")) {
            name = reader.read(name, checkClass);
        }
        return List.copyOf(reader.found);
    }

    /** Reads one class file and returns the name of the superclass, or null if no class above it needs to be read. */
    private @Nullable String read(String name, String checkClass) throws IOException {
        Visitor visitor = new Visitor(name, name.equals(checkClass));
        accept(name, visitor);
        for (String nested : visitor.nested) {
            accept(nested, new Visitor(nested, false) {
                @Override
                public @Nullable MethodVisitor visitMethod(
                        int access, String method, String type, @Nullable String generic, String @Nullable [] thrown) {
                    return null; // a helper: only annotations of the class itself count
                }
            });
        }
        if (!packageOf(name).equals(packageOf(checkClass))) {
            found.add(checkClass + " extends " + name + " of another package: move that class to "
                    + packageOf(checkClass));
            return null;
        }
        return visitor.superclass;
    }

    private void accept(String name, ClassVisitor visitor) throws IOException {
        try (InputStream bytes = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new IOException("No class file for " + name);
            }
            new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private void refuse(String where, String annotation) {
        if (annotation.startsWith(JUPITER) && !HARMLESS.contains(annotation) && !LIFECYCLE.contains(annotation)) {
            String simple =
                    annotation.substring(annotation.lastIndexOf('.') + 1).replace('$', '.');
            found.add(where + " has @" + simple + ", which checks do not support: "
                    + INSTEAD.getOrDefault(annotation, "remove it"));
        }
    }

    private static String annotation(String descriptor) {
        return Type.getType(descriptor).getClassName();
    }

    private class Visitor extends ClassVisitor {
        private final String name;
        private final boolean isChecks;
        private final List<String> nested = new ArrayList<>();
        private @Nullable String superclass;

        Visitor(String name, boolean isChecks) {
            super(Opcodes.ASM9);
            this.name = name;
            this.isChecks = isChecks;
        }

        @Override
        public void visit(
                int version,
                int access,
                String internal,
                @Nullable String generic,
                String superName,
                String @Nullable [] interfaces) {
            superclass = superName.replace('/', '.');
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            refuse(name, annotation(descriptor));
            return null;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simple, int access) {
            if (name.replace('.', '/').equals(outer) && (access & Opcodes.ACC_STATIC) == 0) {
                nested.add(inner.replace('/', '.'));
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String field, String type, @Nullable String generic, @Nullable Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    refuse(name + "." + field, annotation(descriptor));
                    return null;
                }
            };
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String method, String type, @Nullable String generic, String @Nullable [] thrown) {
            String where = name + "#" + method;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    String annotation = annotation(descriptor);
                    refuse(where, annotation);
                    if (KINDS.contains(annotation) || LIFECYCLE.contains(annotation)) {
                        refuseShape(where, access, type);
                    }
                    if (KINDS.contains(annotation) && !isChecks) {
                        found.add(where + " is a check in a superclass, where it is not found: move it to the class of"
                                + " checks");
                    }
                    return null;
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String signature, boolean itf) {
                    if (owner.equals("org/junit/jupiter/api/Assertions")
                            && called.equals("assertTimeoutPreemptively")) {
                        found.add(where + " calls assertTimeoutPreemptively, whose thread no exploration controls: use"
                                + " Actor.start and mustEnd");
                    }
                }
            };
        }

        private void refuseShape(String where, int access, String type) {
            if (!type.startsWith("()")) {
                found.add(where + " has parameters, which nothing supplies: remove them");
            }
            if (!type.endsWith("V")) {
                found.add(where + " returns a value: make it void");
            }
            if ((access & Opcodes.ACC_PRIVATE) != 0) {
                found.add(where + " is private: remove the modifier");
            }
            if ((access & Opcodes.ACC_STATIC) != 0) {
                found.add(where + " is static: remove the modifier");
            }
        }
    }
}
