package bouncer.app.rules;

import bouncer.app.catalogue.Room;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The static rules of one exercise over the class files of a submission. Stateless. */
public final class Rules {
    private Rules() {}

    /**
     * What was seen.
     *
     * @param notStarted every method of the contract still throws the stub's error
     * @param findings what is missing or forbidden
     */
    public record Seen(boolean notStarted, List<Finding> findings) {
        public Seen {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads the room's classes below a directory of class files.
     *
     * @throws IOException if they cannot be read
     */
    public static Seen look(Path classes, Room room) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<ClassNode> nodes = read(classes, room);
        String wanted = room.className().replace('.', '/');
        ClassNode main =
                nodes.stream().filter(n -> n.name.equals(wanted)).findFirst().orElse(null);
        if (main == null) {
            findings.add(
                    new Finding.Unusable(Fault.MISSING_MEMBER, "The class " + room.className() + " is missing", null));
            return new Seen(false, findings);
        }
        findings.addAll(Members.missing(main, room));
        for (ForbiddenUse.Use use : ForbiddenUse.in(nodes, room.api())) {
            findings.add(new Finding.ForbiddenApi(
                    Fault.FORBIDDEN_API,
                    use.member() + " may not be used here. " + room.api().reason(),
                    use.at(),
                    use.member()));
        }
        return new Seen(notStarted(main), findings);
    }

    private static List<ClassNode> read(Path classes, Room room) throws IOException {
        List<ClassNode> nodes = new ArrayList<>();
        for (String name : room.packages()) {
            Path directory = classes.resolve(name.replace('.', '/'));
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    ClassNode node = new ClassNode();
                    new ClassReader(Files.readAllBytes(file)).accept(node, 0);
                    nodes.add(node);
                }
            }
        }
        return nodes;
    }

    private static boolean notStarted(ClassNode main) {
        Map<String, Boolean> stubs = new LinkedHashMap<>();
        for (MethodNode method : main.methods) {
            boolean open = (method.access & Opcodes.ACC_PUBLIC) != 0 && (method.access & Opcodes.ACC_SYNTHETIC) == 0;
            if (open && !method.name.startsWith("<")) {
                stubs.put(method.name + method.desc, isStub(method));
            }
        }
        return !stubs.isEmpty() && stubs.values().stream().allMatch(stub -> stub);
    }

    /** A body that only makes an exception which says "not implemented" and throws it. */
    private static boolean isStub(MethodNode method) {
        boolean says = false;
        boolean returns = false;
        boolean throwsIt = false;
        for (AbstractInsnNode node : method.instructions) {
            int opcode = node.getOpcode();
            says |= node instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && text.toLowerCase(java.util.Locale.ROOT).contains("not implemented");
            throwsIt |= opcode == Opcodes.ATHROW;
            returns |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        }
        return says && throwsIt && !returns;
    }

    static Location at(ClassNode node, int line) {
        int slash = node.name.lastIndexOf('/');
        return new Location(node.name.substring(0, slash + 1) + node.sourceFile, line);
    }
}
