package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds mistakes in calls: calls with a lock held, with the wrong argument, or missing ones. Stateless. */
final class CallDetector {
    private static final Set<String> FOREIGN = Set.of(
            "java/util/function/Supplier.get",
            "java/lang/Runnable.run",
            "java/lang/Thread.sleep",
            "java/lang/Thread.join",
            "java/util/concurrent/locks/LockSupport.park",
            "java/util/concurrent/locks/LockSupport.parkNanos");
    /** Collections that compare elements or keys with equals. */
    private static final Set<String> BY_EQUALS = Set.of(
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "Vector",
            "Stack",
            "HashSet",
            "LinkedHashSet",
            "HashMap",
            "LinkedHashMap",
            "ConcurrentHashMap",
            "ConcurrentLinkedQueue",
            "ConcurrentLinkedDeque",
            "LinkedBlockingQueue",
            "LinkedBlockingDeque",
            "ArrayBlockingQueue",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet");

    private static final String[] WEAK = {"setOpaque", "setRelease", "setPlain", "lazySet"};

    private CallDetector() {}

    static void read(List<MethodFlow> flows, Facts facts) {
        for (MethodFlow flow : flows) {
            underLock(flow, facts);
            byEquals(flow, flows, facts);
            unitIgnored(flow, facts);
            for (int store : flow.isConstructor() ? List.<Integer>of() : flow.calls(WEAK)) {
                facts.add(flow, new Misconception.WeakStore(flow.line(store), ((MethodInsnNode) flow.at(store)).name));
            }
        }
    }

    /** Finds calls that may block with a lock held, and second locks whose order the caller's arguments decide. */
    private static void underLock(MethodFlow flow, Facts facts) {
        HeldLocks held = new HeldLocks(flow);
        for (int i = 0; i < flow.size(); i++) {
            Set<String> locks = held.at(i);
            if (!flow.isLive(i) || locks.isEmpty() || locks.contains(HeldLocks.UNKNOWN)) {
                continue;
            }
            if (flow.at(i) instanceof MethodInsnNode call && FOREIGN.contains(call.owner + "." + call.name)) {
                facts.add(
                        flow,
                        new Misconception.CallsUnderLock(
                                flow.line(i), call.name + "()", locks.iterator().next()));
            }
            if (locks.equals(Set.of("this")) && locksArgument(flow, i) && !locksArgumentFirst(flow, held)) {
                facts.add(flow, new Misconception.LocksAsCalled(flow.line(i)));
            }
        }
    }

    /** Returns true if the instruction locks an argument: by a block, or by a synchronized method of the same class. */
    private static boolean locksArgument(MethodFlow flow, int index) {
        AbstractInsnNode node = flow.at(index);
        if (node.getOpcode() == Opcodes.MONITORENTER) {
            return isArgument(flow, flow.origin(index, 0));
        }
        if (!(node instanceof MethodInsnNode call) || !call.owner.equals(flow.owner.name)) {
            return false;
        }
        boolean monitor = flow.owner.methods.stream()
                .anyMatch(method -> method.name.equals(call.name)
                        && method.desc.equals(call.desc)
                        && (method.access & Opcodes.ACC_SYNCHRONIZED) != 0
                        && (method.access & Opcodes.ACC_STATIC) == 0);
        return monitor && isArgument(flow, flow.origin(index, Type.getArgumentTypes(call.desc).length));
    }

    /** Returns true if another path through the method locks the argument first: the method then chooses an order. */
    private static boolean locksArgumentFirst(MethodFlow flow, HeldLocks held) {
        for (int i = 0; i < flow.size(); i++) {
            if (flow.at(i).getOpcode() == Opcodes.MONITORENTER
                    && !held.at(i).contains("this")
                    && !HeldLocks.name(flow, i, 0).equals("this")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isArgument(MethodFlow flow, @Nullable AbstractInsnNode origin) {
        int first = flow.is(Opcodes.ACC_STATIC) ? 0 : 1;
        int slots = first;
        for (Type type : Type.getArgumentTypes(flow.method.desc)) {
            slots += type.getSize();
        }
        return origin instanceof VarInsnNode local && local.var >= first && local.var < slots;
    }

    private static void byEquals(MethodFlow flow, List<MethodFlow> flows, Facts facts) {
        for (int i : flow.calls("contains", "remove", "containsKey", "indexOf", "removeFirstOccurrence", "get")) {
            MethodInsnNode call = (MethodInsnNode) flow.at(i);
            if (call.owner.startsWith("java/util/")
                    && call.desc.startsWith("(Ljava/lang/Object;)")
                    && isArgument(flow, flow.origin(i, 0))
                    && flow.origin(i, 1) instanceof FieldInsnNode field) {
                String made = made(field, flows);
                if (made != null && BY_EQUALS.contains(made)) {
                    facts.add(
                            flow, new Misconception.ComparedByEquals(flow.line(i), field.name + "." + call.name, made));
                }
            }
        }
    }

    /** Returns the class of the only object that is ever assigned to a field, or null if that is not certain. */
    private static @Nullable String made(FieldInsnNode field, List<MethodFlow> flows) {
        List<@Nullable String> made = new ArrayList<>();
        for (MethodFlow flow : flows) {
            for (int i = 0; i < flow.size(); i++) {
                if (flow.at(i) instanceof FieldInsnNode put
                        && put.getOpcode() == Opcodes.PUTFIELD
                        && put.name.equals(field.name)
                        && put.owner.equals(field.owner)) {
                    made.add(
                            flow.origin(i, 0) instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW
                                    ? HeldLocks.simple(type.desc)
                                    : null);
                }
            }
        }
        return made.size() == 1 ? made.get(0) : null;
    }

    private static void unitIgnored(MethodFlow flow, Facts facts) {
        int slot = flow.is(Opcodes.ACC_STATIC) ? 0 : 1;
        for (Type type : Type.getArgumentTypes(flow.method.desc)) {
            int unit = slot;
            boolean used = false;
            for (AbstractInsnNode node : flow.method.instructions) {
                used |= node instanceof VarInsnNode local && local.var == unit;
            }
            if (flow.isEntry() && Objects.equals(type.getClassName(), "java.util.concurrent.TimeUnit") && !used) {
                facts.add(flow, new Misconception.UnitIgnored(firstLine(flow), flow.method.name));
            }
            slot += type.getSize();
        }
    }

    private static int firstLine(MethodFlow flow) {
        for (int i = 0; i < flow.size(); i++) {
            if (flow.line(i) > 0) {
                return flow.line(i);
            }
        }
        return 0;
    }
}
