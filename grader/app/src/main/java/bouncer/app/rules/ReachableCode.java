package bouncer.app.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds what the contract of an exercise can reach in a submission, so that the rest, such as a {@code main} left over
 * from the student's own experiments, can be removed from the class files before they run. The analysis is a class
 * hierarchy analysis (Dean, Grove and Chambers, 1995) that compares calls by name and descriptor only, so it keeps more
 * than necessary. The roots are the members of the contract and all constructors of its class. A class that is reached
 * brings its static initialiser, the classes that its declaration names, the methods that {@link Object} declares, and
 * if it has a supertype in the JDK, which could call it back, all its instance methods. Used by one thread.
 */
final class ReachableCode {
    private static final Set<String> OF_OBJECT = Set.of("toString", "equals", "hashCode", "clone", "finalize");
    private static final Set<String> OF_ENUM = Set.of("values", "valueOf");
    /** Prefixes of the owners and names with which code looks up methods by name, which this analysis cannot follow. */
    private static final List<String> BY_NAME = List.of(
            "java/lang/reflect/",
            "java/lang/Class.forName",
            "java/lang/Class.get",
            "java/lang/Class.newInstance",
            "java/lang/ClassLoader.",
            "java/lang/invoke/MethodHandles$Lookup.findVirtual",
            "java/lang/invoke/MethodHandles$Lookup.findStatic(",
            "java/lang/invoke/MethodHandles$Lookup.findSpecial",
            "java/lang/invoke/MethodHandles$Lookup.findConstructor",
            "java/lang/invoke/MethodHandles$Lookup.bind",
            "java/lang/invoke/MethodHandles$Lookup.unreflect",
            "java/util/ServiceLoader.",
            "java/io/ObjectInputStream.");

    private final Map<String, ClassNode> own = new HashMap<>();
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Set<MethodNode> methods = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Deque<Runnable> left = new ArrayDeque<>();
    private boolean looksUpByName;

    private ReachableCode(List<ClassNode> nodes) {
        nodes.forEach(node -> own.put(node.name, node));
    }

    /**
     * Returns the class files without the classes and methods that nothing reaches from the contract. They are the same
     * ones if everything is reached, or if reached code looks up methods by name.
     *
     * @param classes class files by binary name with slashes
     * @param main the class of the contract
     * @param contract the members of the contract, as {@link Members#form} writes them
     */
    static SortedMap<String, byte[]> of(
            SortedMap<String, byte[]> classes, List<ClassNode> nodes, ClassNode main, List<String> contract) {
        ReachableCode reachable = new ReachableCode(nodes);
        reachable.reach(main.name);
        for (MethodNode method : main.methods) {
            if (method.name.equals("<init>") || contract.contains(Members.form(main, method))) {
                reachable.reach(method);
            }
        }
        while (!reachable.left.isEmpty()) {
            reachable.left.pop().run();
        }
        return reachable.looksUpByName ? classes : reachable.kept(classes);
    }

    private SortedMap<String, byte[]> kept(SortedMap<String, byte[]> all) {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        all.forEach((name, bytes) -> {
            ClassNode node = classes.get(name);
            if (node != null) {
                kept.put(name, methods.containsAll(node.methods) ? bytes : reduced(bytes, node));
            }
        });
        return kept;
    }

    private byte[] reduced(byte[] bytes, ClassNode node) {
        Set<String> keys = new HashSet<>();
        node.methods.stream().filter(methods::contains).forEach(method -> keys.add(method.name + method.desc));
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return keys.contains(name + descriptor)
                                ? super.visitMethod(access, name, descriptor, signature, exceptions)
                                : null;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private void reach(@Nullable String className) {
        ClassNode node = own.get(className);
        if (node == null || classes.putIfAbsent(node.name, node) != null) {
            return;
        }
        reach(node.nestHostClass);
        left.push(() -> follow(Uses.inDeclaration(node)));
        boolean calledBack = hasSuperTypeInJdk(node, new HashSet<>());
        for (MethodNode method : node.methods) {
            boolean isInstance = (method.access & Opcodes.ACC_STATIC) == 0 && !method.name.equals("<init>");
            if (method.name.equals("<clinit>")
                    || (isInstance && (calledBack || OF_OBJECT.contains(method.name)))
                    || (calledBack && OF_ENUM.contains(method.name))
                    || called.contains(method.name + method.desc)) {
                reach(method);
            }
        }
    }

    private boolean hasSuperTypeInJdk(ClassNode node, Set<String> seen) {
        List<String> parents = new ArrayList<>(node.interfaces);
        parents.add(node.superName);
        for (String parent : parents) {
            ClassNode declared = own.get(parent);
            boolean foreign = declared == null && !"java/lang/Object".equals(parent);
            if (foreign || (declared != null && seen.add(parent) && hasSuperTypeInJdk(declared, seen))) {
                return true;
            }
        }
        return false;
    }

    private void reach(MethodNode method) {
        if (methods.add(method)) {
            left.push(() -> follow(Uses.in(method)));
        }
    }

    private void follow(List<Use> uses) {
        for (Use use : uses) {
            String reference = use.owner() + "." + use.member() + use.descriptor();
            looksUpByName |= !use.member().isEmpty() && BY_NAME.stream().anyMatch(reference::startsWith);
            reach(use.owner());
            if (!use.member().isEmpty() && called.add(use.member() + use.descriptor())) {
                for (ClassNode node : List.copyOf(classes.values())) {
                    node.methods.stream()
                            .filter(method -> (method.name + method.desc).equals(use.member() + use.descriptor()))
                            .forEach(this::reach);
                }
            }
        }
    }
}
