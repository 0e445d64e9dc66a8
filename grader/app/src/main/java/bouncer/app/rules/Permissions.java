package bouncer.app.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides whether the allow list permits a use. A member is looked up as the JVM does it: from the class that the call
 * names through its supertypes, the submission's own classes first. The class that declares the member decides.
 * Immutable.
 */
final class Permissions {
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/LambdaMetafactory.altMetafactory",
            "java/lang/invoke/StringConcatFactory.makeConcat",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/lang/runtime/ObjectMethods.bootstrap");

    private final AllowList allowed;
    private final Map<String, ClassNode> own = new HashMap<>();

    Permissions(AllowList allowed, List<ClassNode> nodes) {
        this.allowed = allowed;
        nodes.forEach(node -> own.put(node.name, node));
    }

    /** Returns true if the submission declares the class. */
    boolean isOwn(String internalName) {
        return own.containsKey(internalName);
    }

    /** Returns the internal name of the first superclass that is not the submission's own. */
    String extendsJdk(ClassNode node) {
        Set<String> seen = new HashSet<>();
        String name = node.superName;
        for (ClassNode next = own.get(name); next != null && seen.add(name); next = own.get(name)) {
            name = next.superName;
        }
        return name;
    }

    /** Returns true if the use is permitted. */
    boolean allows(Use use) {
        if (use.descriptor().equals(Rules.BOOTSTRAP)) {
            return BOOTSTRAPS.contains(use.owner() + "." + use.member());
        }
        if (use.member().isEmpty()) {
            return isOwn(use.owner()) || allowed.allowsType(use.ownerName());
        }
        return isOwn(use.owner()) ? inherited(use) : ofJdk(use.ownerName(), use);
    }

    /**
     * Decides about a member called through one of the submission's classes: it is declared there, or inherited from a
     * class of the JDK that must allow it.
     */
    private boolean inherited(Use use) {
        Deque<String> open = new ArrayDeque<>(List.of(use.owner()));
        Set<String> seen = new HashSet<>();
        boolean found = false;
        while (!open.isEmpty()) {
            String name = open.pop();
            ClassNode node = own.get(name);
            if (!seen.add(name)) {
                continue;
            }
            if (node == null) {
                if (ofJdk(name.replace('/', '.'), use)) {
                    found = true;
                } else if (declares(name.replace('/', '.'), use)) {
                    return false;
                }
                continue;
            }
            if (declares(node, use)) {
                return true;
            }
            open.push(node.superName);
            node.interfaces.forEach(open::push);
        }
        return found;
    }

    private static boolean declares(ClassNode node, Use use) {
        for (MethodNode method : node.methods) {
            if (method.name.equals(use.member()) && method.desc.equals(use.descriptor())) {
                return true;
            }
        }
        for (FieldNode field : node.fields) {
            if (field.name.equals(use.member())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Decides about a member of a JDK class. The class must be allowed, and the member on its line or that of a
     * supertype.
     */
    private boolean ofJdk(String className, Use use) {
        if (!allowed.allowsType(className)) {
            return false;
        }
        if (declares(className, use) || use.member().equals("<init>")) {
            return allowed.allowsMember(className, use.member(), use.descriptor());
        }
        return supertypes(className).stream()
                .filter(name -> declares(name, use))
                .anyMatch(name ->
                        !allowed.allowsType(name) || allowed.allowsMember(name, use.member(), use.descriptor()));
    }

    /**
     * Returns true if a JDK class declares a member with this name. It ignores the descriptor, and so may refuse too
     * much.
     */
    private static boolean declares(String className, Use use) {
        Class<?> type = jdk(className);
        if (type == null || use.member().equals("<init>")) {
            return type != null;
        }
        try {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals(use.member())) {
                    return true;
                }
            }
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals(use.member())) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError e) {
            return true;
        }
    }

    private static List<String> supertypes(String className) {
        Set<String> names = new java.util.LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        Class<?> start = jdk(className);
        if (start != null) {
            open.push(start);
        }
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (type.getSuperclass() != null) {
                open.push(type.getSuperclass());
            }
            for (Class<?> face : type.getInterfaces()) {
                open.push(face);
            }
            if (type != start) {
                names.add(type.getName());
            }
        }
        names.add("java.lang.Object");
        return List.copyOf(names);
    }

    /** Loads a JDK class without initializing it. Its name is on the allow list or that of a supertype. */
    private static @org.jspecify.annotations.Nullable Class<?> jdk(String className) {
        try {
            return Class.forName(className, false, ClassLoader.getPlatformClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
