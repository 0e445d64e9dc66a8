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

/** Compares a class with the contract's members, by erased simple type names: {@code public void deposit(long)}. */
final class Members {
    private Members() {}

    static List<Finding> missing(ClassNode main, Exercise room) {
        Set<String> present = main.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_PUBLIC) != 0)
                .map(method -> form(main, method))
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (String member : room.contract().members()) {
            if (!present.contains(member)) {
                findings.add(new Finding.Unusable(
                        Fault.MISSING_MEMBER, "The class lacks: " + member + near(present, member), Rules.at(main, 0)));
            }
        }
        return findings;
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

    private static String form(ClassNode main, MethodNode method) {
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
