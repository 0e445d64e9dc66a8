package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Facts about how fields are read and written, and under which locks. Stateless. */
final class UpdateDetector {
    private static final int DEEPEST = 4;

    private UpdateDetector() {}

    /** A read or write of a field of this object, or of a static one, in a method that callers outside may enter. */
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

    static List<Misconception> read(List<MethodFlow> flows) {
        List<Misconception> facts = new ArrayList<>();
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
            }
        }
        byField.values().forEach(accesses -> guards(accesses, flows, facts));
        return facts;
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

    private static void update(Access access, List<MethodFlow> flows, List<Misconception> facts) {
        if (!access.write() || access.isGuarded()) {
            return;
        }
        FieldNode field = declaration(access.field(), flows);
        if (field != null && derives(access.flow(), access.index(), access.field(), 0)) {
            boolean isVolatile = (field.access & Opcodes.ACC_VOLATILE) != 0;
            facts.add(
                    isVolatile
                            ? new Misconception.VolatileUpdate(access.line(), field.name)
                            : new Misconception.UnguardedUpdate(access.line(), field.name));
        }
    }

    /** Whether the value on top of the stack was computed from a read of the same field. */
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

    private static void getThenSet(MethodFlow flow, HeldLocks held, List<Misconception> facts) {
        for (int set : flow.calls("set", "lazySet", "setPlain", "setRelease")) {
            if (!isAtomic(flow, set) || !held.at(set).isEmpty()) {
                continue;
            }
            FieldInsnNode target = target(flow, set);
            for (int get : flow.calls("get", "getPlain", "getAcquire")) {
                FieldInsnNode read = isAtomic(flow, get) ? target(flow, get) : null;
                if (target != null && read != null && read.name.equals(target.name) && get < set) {
                    facts.add(new Misconception.GetThenSet(flow.line(set), target.name, flow.line(get)));
                    return;
                }
            }
        }
    }

    private static boolean isAtomic(MethodFlow flow, int index) {
        return flow.at(index) instanceof MethodInsnNode call
                && call.owner.startsWith("java/util/concurrent/atomic/Atomic");
    }

    /** The field that an atomic call works on, or null when that is not certain. */
    private static @Nullable FieldInsnNode target(MethodFlow flow, int index) {
        MethodInsnNode call = (MethodInsnNode) flow.at(index);
        int arguments = org.objectweb.asm.Type.getArgumentTypes(call.desc).length;
        return flow.origin(index, arguments) instanceof FieldInsnNode field ? field : null;
    }

    private static void guards(List<Access> accesses, List<MethodFlow> flows, List<Misconception> facts) {
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
                    facts.add(new Misconception.SometimesUnlocked(one.line(), field.name, lock, other.line()));
                    return;
                }
                if (Collections.disjoint(one.held(), other.held())) {
                    facts.add(new Misconception.TwoLocks(one.line(), field.name, first(one), lock, other.line()));
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
