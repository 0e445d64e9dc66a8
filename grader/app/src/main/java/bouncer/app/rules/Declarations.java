package bouncer.app.rules;

import bouncer.checks.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds declarations of methods that the JVM or the worker would call, which a submission may not contain. Stateless.
 */
final class Declarations {
    /** Methods by which the worker observes threads; their results must be those of the JDK. */
    private static final Set<String> OF_THREADS =
            Set.of("getState()Ljava/lang/Thread$State;", "getStackTrace()[Ljava/lang/StackTraceElement;", "getId()J");

    /** The thread classes of the JDK that a submission may extend. */
    private static final Set<String> THREADS = Set.of("java/lang/Thread", "java/util/concurrent/ForkJoinWorkerThread");

    private Declarations() {}

    /** Returns a finding for each forbidden declaration of a class. */
    static List<Finding> refused(ClassNode node, Permissions permissions) {
        List<Finding> findings = new ArrayList<>();
        boolean thread = THREADS.contains(permissions.extendsJdk(node));
        for (MethodNode method : node.methods) {
            if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                findings.add(
                        Rules.refused("Native code cannot be checked: " + method.name, Rules.at(node, 0), "native"));
            } else if (method.name.equals("finalize") && method.desc.equals("()V")) {
                findings.add(Rules.refused(
                        "A finalizer may not be used in a submission. " + new Reasons().of("java.lang.Object.finalize"),
                        Rules.at(node, 0),
                        "java.lang.Object.finalize"));
            } else if (thread && OF_THREADS.contains(method.name + method.desc)) {
                String name = "java.lang.Thread." + method.name;
                findings.add(Rules.refused(
                        name + " may not be overridden in a submission: the checks rely on its result",
                        Rules.at(node, 0),
                        name));
            }
        }
        return findings;
    }
}
