package bouncer.app.rules;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Compares a class with the members of the contract, which are written with simple erased types: {@code public void
 * deposit(long)}. Stateless.
 */
final class Members {
    private Members() {}

    /** Returns a finding for each member of the contract that the class does not have, or that cannot be used. */
    static List<Finding> missing(ClassNode main, Exercise exercise) {
        Set<String> present = main.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_PUBLIC) != 0)
                .map(method -> form(main, method))
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        String name = main.name.substring(main.name.lastIndexOf('/') + 1);
        if ((main.access & Opcodes.ACC_PUBLIC) == 0) {
            findings.add(
                    unusable("The class must be public, so that others can use it: public final class " + name, main));
        }
        boolean constructed = (main.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0;
        if (!constructed
                && exercise.contract().members().stream()
                        .anyMatch(member -> member.startsWith("public " + name + "("))) {
            findings.add(unusable(
                    name + " must be a class that can be created with new: neither abstract, nor an interface, nor"
                            + " an enum",
                    main));
        }
        for (String member : exercise.contract().members()) {
            if (!present.contains(member)) {
                findings.add(new Finding.Unusable(
                        Fault.MISSING_MEMBER, "The class lacks: " + member + near(present, member), Rules.at(main, 0)));
            }
        }
        return findings;
    }

    private static Finding unusable(String message, ClassNode main) {
        return new Finding.Unusable(Fault.MISSING_MEMBER, message, Rules.at(main, 0));
    }

    private static String near(Set<String> present, String member) {
        String name = member.substring(0, member.indexOf('('));
        String simple = name.substring(name.lastIndexOf(' ') + 1);
        return present.stream()
                .filter(other -> other.contains(" " + simple + "("))
                .sorted()
                .findFirst()
                .map(other -> "; it has: " + other)
                .orElse("");
    }

    /** Returns a method as contracts write it: {@code public void deposit(long)}, whether or not it is public. */
    static String form(ClassNode main, MethodNode method) {
        boolean constructor = method.name.equals("<init>");
        String arguments = Arrays.stream(Type.getArgumentTypes(method.desc))
                .map(Members::simple)
                .collect(Collectors.joining(", "));
        String owner = main.name.substring(main.name.lastIndexOf('/') + 1);
        return "public "
                + ((method.access & Opcodes.ACC_STATIC) != 0 ? "static " : "")
                + (constructor ? owner : simple(Type.getReturnType(method.desc)) + " " + method.name)
                + "(" + arguments + ")";
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        int cut = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
        return name.substring(cut + 1);
    }
}
