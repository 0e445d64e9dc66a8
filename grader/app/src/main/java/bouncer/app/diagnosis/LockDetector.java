package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds mistakes in the choice of locks, and static state. Stateless. */
final class LockDetector {
    private static final Set<String> BOXES = Set.of(
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Boolean;",
            "Ljava/lang/Short;",
            "Ljava/lang/Byte;",
            "Ljava/lang/Character;",
            "Ljava/lang/Double;",
            "Ljava/lang/String;");
    private static final Set<String> STATELESS =
            Set.of("Ljava/lang/invoke/VarHandle;", "Ljava/lang/invoke/MethodHandle;", "Lsun/misc/Unsafe;");

    private LockDetector() {}

    static void read(List<MethodFlow> flows, Facts facts) {
        for (MethodFlow flow : flows) {
            for (int i = 0; i < flow.size(); i++) {
                if (flow.isLive(i) && takesLock(flow.at(i))) {
                    locked(flow, i, flows, facts);
                }
            }
        }
        Set<ClassNode> owners = new HashSet<>();
        for (MethodFlow flow : flows) {
            if (owners.add(flow.owner)) {
                flow.owner.fields.stream()
                        .filter(LockDetector::isSharedState)
                        .forEach(field ->
                                facts.add(flow, new Misconception.StaticState(lineOf(field, flows), field.name)));
            }
        }
    }

    private static boolean takesLock(AbstractInsnNode node) {
        return node.getOpcode() == Opcodes.MONITORENTER
                || (node instanceof MethodInsnNode call
                        && call.name.equals("lock")
                        && call.owner.startsWith("java/util/concurrent/locks/"));
    }

    private static void locked(MethodFlow flow, int index, List<MethodFlow> flows, Facts facts) {
        AbstractInsnNode origin = flow.origin(index, 0);
        int line = flow.line(index);
        if (origin instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW && !isStored(flow, made)) {
            facts.add(flow, new Misconception.LockPerCall(line, HeldLocks.simple(made.desc), flow.line(made)));
        }
        if (origin instanceof MethodInsnNode call) {
            flows.stream()
                    .filter(callee -> isSurely(call, callee))
                    .findFirst()
                    .ifPresent(callee -> newObjectReturned(callee)
                            .ifPresent(made -> facts.add(
                                    flow,
                                    new Misconception.LockPerCall(
                                            line, HeldLocks.simple(made.desc), callee.line(made)))));
        }
        if (origin instanceof FieldInsnNode field) {
            if (BOXES.contains(field.desc)) {
                String type = field.desc.substring(field.desc.lastIndexOf('/') + 1, field.desc.length() - 1);
                facts.add(flow, new Misconception.BoxedLock(line, field.name, type));
            }
            assignedLater(field, flows)
                    .forEach(assigned -> facts.add(flow, new Misconception.ReassignedLock(line, field.name, assigned)));
        }
    }

    /** Returns true if the call certainly reaches this method and no method that overrides it. */
    private static boolean isSurely(MethodInsnNode call, MethodFlow callee) {
        boolean fixed = (callee.method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
                || (callee.owner.access & Opcodes.ACC_FINAL) != 0;
        return fixed
                && callee.owner.name.equals(call.owner)
                && callee.method.name.equals(call.name)
                && callee.method.desc.equals(call.desc);
    }

    /**
     * Returns the instruction that creates the returned object, if the method has one return and it returns a new
     * object.
     */
    private static Optional<TypeInsnNode> newObjectReturned(MethodFlow flow) {
        List<Integer> ends = IntStream.range(0, flow.size())
                .filter(i -> flow.isLive(i) && flow.at(i).getOpcode() == Opcodes.ARETURN)
                .boxed()
                .toList();
        return ends.size() == 1
                        && flow.origin(ends.get(0), 0) instanceof TypeInsnNode made
                        && made.getOpcode() == Opcodes.NEW
                        && !isStored(flow, made)
                ? Optional.of(made)
                : Optional.empty();
    }

    /**
     * Returns true if the new object is stored in a field or a collection: it may then be the lock of other calls,
     * too.
     */
    private static boolean isStored(MethodFlow flow, TypeInsnNode made) {
        for (int i = 0; i < flow.size(); i++) {
            AbstractInsnNode node = flow.at(i);
            boolean stores = node.getOpcode() == Opcodes.PUTFIELD
                    || node.getOpcode() == Opcodes.PUTSTATIC
                    || node.getOpcode() == Opcodes.AASTORE;
            if (stores && flow.origin(i, 0) == made) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> assignedLater(FieldInsnNode lock, List<MethodFlow> flows) {
        List<Integer> lines = new ArrayList<>();
        for (MethodFlow flow : flows) {
            for (int i = 0; i < flow.size() && !flow.isConstructor(); i++) {
                if (flow.at(i) instanceof FieldInsnNode put
                        && (put.getOpcode() == Opcodes.PUTFIELD || put.getOpcode() == Opcodes.PUTSTATIC)
                        && put.owner.equals(lock.owner)
                        && put.name.equals(lock.name)) {
                    lines.add(flow.line(i));
                }
            }
        }
        return lines.isEmpty() ? lines : lines.subList(0, 1);
    }

    private static boolean isSharedState(FieldNode field) {
        boolean constant = (field.access & Opcodes.ACC_FINAL) != 0
                && (field.desc.length() == 1 || field.desc.equals("Ljava/lang/String;"));
        return (field.access & Opcodes.ACC_STATIC) != 0
                && (field.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ENUM)) == 0
                && !constant
                && !STATELESS.contains(field.desc)
                && !field.desc.contains("FieldUpdater");
    }

    /** Returns the line of the first instruction that uses the field, because class files have no line for a field. */
    private static int lineOf(FieldNode field, List<MethodFlow> flows) {
        for (MethodFlow flow : flows) {
            for (int i = 0; i < flow.size(); i++) {
                if (flow.at(i) instanceof FieldInsnNode use
                        && use.name.equals(field.name)
                        && use.desc.equals(field.desc)) {
                    return flow.line(i);
                }
            }
        }
        return 0;
    }
}
