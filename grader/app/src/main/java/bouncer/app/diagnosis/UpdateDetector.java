package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds mistakes in how fields are read and written, and under which locks. Stateless. */
final class UpdateDetector {
    private static final int DEEPEST = 4;
    private static final String[] CHANGES = {
        "set",
        "lazySet",
        "setPlain",
        "setRelease",
        "incrementAndGet",
        "decrementAndGet",
        "addAndGet",
        "getAndIncrement",
        "getAndDecrement",
        "getAndAdd"
    };

    private UpdateDetector() {}

    /** A read or write of a static field or a field of {@code this}, in a method that outside callers may call. */
    private record Access(MethodFlow flow, int index, FieldInsnNode field, boolean write, Set<String> held) {
        int line() {
            return flow.line(index);
        }

        boolean isGuarded() {
            return !held.isEmpty();
        }

        boolean isCertain() {
            return !held.contains(HeldLocks.UNKNOWN);
        }
    }

    static void read(List<MethodFlow> flows, Facts facts) {
        Map<String, List<Access>> byField = new LinkedHashMap<>();
        for (MethodFlow flow : flows) {
            if (flow.isEntry()) {
                HeldLocks held = new HeldLocks(flow);
                for (Access access : accesses(flow, held)) {
                    byField.computeIfAbsent(access.field().owner + "." + access.field().name, key -> new ArrayList<>())
                            .add(access);
                    update(access, flows, facts);
                }
                getThenSet(flow, held, facts);
                splitGuard(flow, held, flows, facts);
            }
        }
        byField.values().forEach(accesses -> guards(accesses, flows, facts));
    }

    private static List<Access> accesses(MethodFlow flow, HeldLocks held) {
        List<Access> found = new ArrayList<>();
        for (int i = 0; i < flow.size(); i++) {
            if (flow.isLive(i) && flow.at(i) instanceof FieldInsnNode field) {
                boolean write = field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
                boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
                boolean own = isStatic
                        || (!flow.is(Opcodes.ACC_STATIC)
                                && flow.origin(i, write ? 1 : 0) instanceof VarInsnNode local
                                && local.var == 0);
                if (own) {
                    found.add(new Access(flow, i, field, write, held.at(i)));
                }
            }
        }
        return found;
    }

    private static void update(Access access, List<MethodFlow> flows, Facts facts) {
        if (!access.write() || access.isGuarded()) {
            return;
        }
        FieldNode field = declaration(access.field(), flows);
        if (field != null && derives(access.flow(), access.index(), access.field(), 0)) {
            boolean isVolatile = (field.access & Opcodes.ACC_VOLATILE) != 0;
            facts.add(
                    access.flow(),
                    isVolatile
                            ? new Misconception.VolatileUpdate(access.line(), field.name)
                            : new Misconception.UnguardedUpdate(access.line(), field.name));
        }
    }

    /** Returns true if the value at this stack depth was computed from a read of the same field. */
    private static boolean derives(MethodFlow flow, int index, FieldInsnNode field, int depth) {
        for (int operand = 0; operand < 2 && depth < DEEPEST; operand++) {
            AbstractInsnNode origin = flow.origin(index, operand);
            if (origin instanceof FieldInsnNode read
                    && (read.getOpcode() == Opcodes.GETFIELD || read.getOpcode() == Opcodes.GETSTATIC)
                    && read.owner.equals(field.owner)
                    && read.name.equals(field.name)) {
                return depth > 0;
            }
            int opcode = origin == null ? -1 : origin.getOpcode();
            boolean arithmetic = (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) || opcode == Opcodes.I2L;
            if (arithmetic && derives(flow, flow.method.instructions.indexOf(origin), field, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static void getThenSet(MethodFlow flow, HeldLocks held, Facts facts) {
        for (int set : flow.calls(CHANGES)) {
            if (!isAtomic(flow, set) || !held.at(set).isEmpty()) {
                continue;
            }
            FieldInsnNode target = target(flow, set);
            for (int get : flow.calls("get", "getPlain", "getAcquire")) {
                FieldInsnNode read = isAtomic(flow, get) ? target(flow, get) : null;
                if (target != null && read != null && read.name.equals(target.name) && get < set) {
                    facts.add(flow, new Misconception.GetThenSet(flow.line(set), target.name, flow.line(get)));
                    return;
                }
            }
        }
    }

    /**
     * Finds fields that are checked before a locked section and changed in it without another check. The first check
     * may be in a called method of the same class.
     */
    private static void splitGuard(MethodFlow flow, HeldLocks held, List<MethodFlow> flows, Facts facts) {
        for (Access write : accesses(flow, held)) {
            int begin = sectionBegin(flow, held, write.index());
            if (!write.write()
                    || !write.isGuarded()
                    || !write.isCertain()
                    || begin < 0
                    || branch(flow, begin, write.index()) >= 0) {
                continue;
            }
            for (int read = begin; read >= 0; read--) {
                int check = reads(flow, read, write.field(), flows) ? branch(flow, read, begin) : -1;
                if (check >= 0) {
                    facts.add(
                            flow,
                            new Misconception.SplitGuard(
                                    write.line(), write.field().name, first(write), flow.line(check)));
                    return;
                }
            }
        }
    }

    /** Returns the last instruction before this one that acquires a lock while none is held; -1 if there is none. */
    private static int sectionBegin(MethodFlow flow, HeldLocks held, int index) {
        for (int i = index; i >= 0; i--) {
            if (flow.isLive(i)
                    && held.at(i).isEmpty()
                    && flow.after(i).stream().anyMatch(next -> !held.at(next).isEmpty())) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the first conditional jump between two instructions; -1 if there is none. */
    private static int branch(MethodFlow flow, int from, int to) {
        for (int i = from; i < to; i++) {
            if (flow.at(i) instanceof JumpInsnNode jump && jump.getOpcode() != Opcodes.GOTO) {
                return i;
            }
        }
        return -1;
    }

    /** Returns true if the instruction reads the field of {@code this}, or calls a method of the class that does. */
    private static boolean reads(MethodFlow flow, int index, FieldInsnNode field, List<MethodFlow> flows) {
        AbstractInsnNode node = flow.at(index);
        if (node instanceof FieldInsnNode read) {
            return read.getOpcode() == Opcodes.GETFIELD
                    && read.name.equals(field.name)
                    && read.owner.equals(field.owner);
        }
        return node instanceof MethodInsnNode call
                && call.owner.equals(flow.owner.name)
                && flows.stream()
                        .filter(callee -> callee != flow
                                && callee.owner == flow.owner
                                && callee.method.name.equals(call.name)
                                && callee.method.desc.equals(call.desc))
                        .anyMatch(callee -> IntStream.range(0, callee.size())
                                        .noneMatch(i -> callee.at(i).getOpcode() == Opcodes.PUTFIELD)
                                && IntStream.range(0, callee.size()).anyMatch(i -> reads(callee, i, field, List.of())));
    }

    private static boolean isAtomic(MethodFlow flow, int index) {
        return flow.at(index) instanceof MethodInsnNode call
                && call.owner.startsWith("java/util/concurrent/atomic/Atomic");
    }

    /** Returns the field that an atomic call operates on, or null if that is not certain. */
    private static @Nullable FieldInsnNode target(MethodFlow flow, int index) {
        MethodInsnNode call = (MethodInsnNode) flow.at(index);
        int arguments = org.objectweb.asm.Type.getArgumentTypes(call.desc).length;
        return flow.origin(index, arguments) instanceof FieldInsnNode field ? field : null;
    }

    private static void guards(List<Access> accesses, List<MethodFlow> flows, Facts facts) {
        FieldNode field = declaration(accesses.get(0).field(), flows);
        if (field == null
                || (field.access & (Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE)) != 0
                || accesses.stream().noneMatch(Access::write)
                || !accesses.stream().allMatch(Access::isCertain)) {
            return;
        }
        for (Access one : accesses) {
            for (Access other : accesses) {
                if ((!one.write() && !other.write()) || !other.isGuarded()) {
                    continue;
                }
                String lock = first(other);
                if (!one.isGuarded()) {
                    facts.add(
                            one.flow(),
                            new Misconception.SometimesUnlocked(one.line(), field.name, lock, other.line()));
                    return;
                }
                if (Collections.disjoint(one.held(), other.held())) {
                    facts.add(
                            one.flow(),
                            new Misconception.TwoLocks(one.line(), field.name, first(one), lock, other.line()));
                    return;
                }
            }
        }
    }

    private static String first(Access access) {
        return access.held().iterator().next();
    }

    private static @Nullable FieldNode declaration(FieldInsnNode use, List<MethodFlow> flows) {
        return flows.stream()
                .map(flow -> flow.owner)
                .filter(owner -> owner.name.equals(use.owner))
                .flatMap(owner -> owner.fields.stream())
                .filter(field -> field.name.equals(use.name))
                .findFirst()
                .orElse(null);
    }
}
