package bouncer.app.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds mistakes in waiting, notifying and sleeping. Stateless. */
final class WaitDetector {
    private static final String[] WAITS = {
        "wait",
        "timedWait",
        "await",
        "awaitNanos",
        "awaitUntil",
        "awaitUninterruptibly",
        "park",
        "parkNanos",
        "parkUntil"
    };
    private static final String[] WAKES = {"notify", "notifyAll", "signal", "signalAll", "unpark"};

    private WaitDetector() {}

    static void read(List<MethodFlow> flows, Facts facts) {
        boolean wakes = flows.stream().anyMatch(flow -> !flow.calls(WAKES).isEmpty());
        for (MethodFlow flow : flows) {
            for (int wait : flow.calls(WAITS)) {
                if (!flow.inLoop(wait)) {
                    facts.add(flow, withoutLoop(flow, wait));
                }
                if (!wakes) {
                    noWakeUp(flow, wait, flows, facts);
                }
            }
            withoutMonitor(flow, facts);
            for (int wake : flow.calls("notify", "signal")) {
                facts.add(flow, new Misconception.WakesOne(flow.line(wake), name(flow, wake)));
            }
            sleeps(flow, facts);
            waysOut(flow, facts);
        }
    }

    /**
     * Returns the mistake of a wait outside a loop; its condition is tested by the nearest branch that can skip the
     * wait.
     */
    private static Misconception withoutLoop(MethodFlow flow, int wait) {
        for (int i = wait; i >= 0; i--) {
            if (flow.at(i) instanceof JumpInsnNode jump
                    && jump.getOpcode() != Opcodes.GOTO
                    && index(flow, jump.label) > wait) {
                return new Misconception.WaitWithoutLoop(flow.line(i), name(flow, wait), flow.line(wait));
            }
        }
        return new Misconception.WaitWithoutCondition(flow.line(wait), name(flow, wait));
    }

    /** Adds the missing notification, with the other method that changes the waiter's condition if there is one. */
    private static void noWakeUp(MethodFlow flow, int wait, List<MethodFlow> flows, Facts facts) {
        Set<String> taken = writes(flow);
        for (MethodFlow other : flows) {
            if (other.owner == flow.owner
                    && other.isEntry()
                    && other.calls(WAITS).isEmpty()) {
                for (int i = 0; i < other.size(); i++) {
                    if (other.at(i) instanceof FieldInsnNode put
                            && put.getOpcode() == Opcodes.PUTFIELD
                            && reads(flow, put)
                            && !taken.contains(write(other, i))) {
                        facts.add(
                                other,
                                new Misconception.ChangeWithoutWakeUp(
                                        other.line(i), other.method.name, put.name, name(flow, wait), flow.line(wait)));
                        return;
                    }
                }
            }
        }
        facts.add(flow, new Misconception.NoWakeUp(flow.line(wait), name(flow, wait)));
    }

    private static boolean reads(MethodFlow flow, FieldInsnNode field) {
        return IntStream.range(0, flow.size())
                .anyMatch(i -> flow.at(i) instanceof FieldInsnNode get
                        && get.getOpcode() == Opcodes.GETFIELD
                        && get.name.equals(field.name)
                        && get.owner.equals(field.owner));
    }

    /**
     * Returns what a method stores into fields: a waiting method stores what it waits for the end of, such as an
     * owner.
     */
    private static Set<String> writes(MethodFlow flow) {
        return IntStream.range(0, flow.size())
                .filter(i -> flow.at(i).getOpcode() == Opcodes.PUTFIELD)
                .mapToObj(i -> write(flow, i))
                .collect(Collectors.toSet());
    }

    /** Returns a field and the kind of its new value, such as null, a constant, a sum or a difference. */
    private static String write(MethodFlow flow, int put) {
        AbstractInsnNode value = flow.origin(put, 0);
        return ((FieldInsnNode) flow.at(put)).name + " " + (value == null ? "" : value.getOpcode());
    }

    /**
     * Finds waits without the monitor, where that is certain: in methods called from outside whose locks are all
     * known.
     */
    private static void withoutMonitor(MethodFlow flow, Facts facts) {
        HeldLocks held = new HeldLocks(flow);
        for (int call : flow.calls("wait", "notify", "notifyAll")) {
            boolean ofObject = ((MethodInsnNode) flow.at(call)).owner.equals("java/lang/Object")
                    || HeldLocks.name(flow, call, arguments(flow, call)).equals("this");
            if (flow.isEntry() && ofObject && held.at(call).isEmpty()) {
                facts.add(flow, new Misconception.WaitWithoutMonitor(flow.line(call), name(flow, call)));
                return;
            }
        }
    }

    private static int arguments(MethodFlow flow, int call) {
        return Type.getArgumentTypes(((MethodInsnNode) flow.at(call)).desc).length;
    }

    private static void sleeps(MethodFlow flow, Facts facts) {
        for (int sleep : flow.calls("sleep")) {
            facts.add(
                    flow,
                    flow.inLoop(sleep)
                            ? new Misconception.SleepInLoop(flow.line(sleep))
                            : new Misconception.SleepAndHope(flow.line(sleep)));
        }
        boolean blocks = !flow.calls(WAITS).isEmpty() || !flow.calls("sleep").isEmpty();
        for (int spin : flow.calls("yield", "onSpinWait")) {
            if (flow.inLoop(spin) && !blocks) {
                facts.add(flow, new Misconception.SpinLoop(flow.line(spin), name(flow, spin)));
            }
        }
    }

    private static void waysOut(MethodFlow flow, Facts facts) {
        List<Integer> unlocks = flow.calls("unlock");
        boolean guarded = flow.method.tryCatchBlocks.stream()
                .filter(block -> block.type == null)
                .anyMatch(block -> unlocks.stream().anyMatch(unlock -> unlock > index(flow, block.handler)));
        if (!unlocks.isEmpty() && !guarded) {
            flow.calls("lock", "lockInterruptibly").stream()
                    .findFirst()
                    .ifPresent(lock -> facts.add(flow, new Misconception.UnlockOutsideFinally(flow.line(lock))));
        }
        for (TryCatchBlockNode block : flow.method.tryCatchBlocks) {
            if ("java/lang/InterruptedException".equals(block.type)
                    && flow.calls("interrupt").isEmpty()
                    && !throwsOn(flow, index(flow, block.handler))) {
                facts.add(flow, new Misconception.InterruptForgotten(flow.line(firstReal(block.handler))));
            }
            interrupted(flow, block, facts);
        }
    }

    /** Finds handlers of InterruptedException that ignore it, wrap it, or only restore the status. */
    private static void interrupted(MethodFlow flow, TryCatchBlockNode block, Facts facts) {
        if (!"java/lang/InterruptedException".equals(block.type)) {
            return;
        }
        int handler = index(flow, block.handler);
        int line = flow.line(firstReal(block.handler));
        String instead = thrownInstead(flow, handler);
        if (instead != null) {
            facts.add(flow, new Misconception.InterruptWrapped(line, instead));
        } else if (!flow.calls("interrupt").isEmpty()
                && flow.method.exceptions.contains(block.type)
                && !throwsOn(flow, handler)
                && !makesOne(flow)) {
            facts.add(flow, new Misconception.InterruptKept(line));
        }
    }

    private static boolean makesOne(MethodFlow flow) {
        return IntStream.range(0, flow.size())
                .anyMatch(i -> flow.at(i) instanceof TypeInsnNode made
                        && made.getOpcode() == Opcodes.NEW
                        && made.desc.equals("java/lang/InterruptedException"));
    }

    /** Returns the class of another exception that the handler creates and throws, or null. */
    private static @Nullable String thrownInstead(MethodFlow flow, int handler) {
        for (int i = handler; i < flow.size(); i++) {
            int opcode = flow.at(i).getOpcode();
            if (opcode == Opcodes.ATHROW) {
                return flow.origin(i, 0) instanceof TypeInsnNode made
                                && made.getOpcode() == Opcodes.NEW
                                && !made.desc.equals("java/lang/InterruptedException")
                        ? HeldLocks.simple(made.desc)
                        : null;
            }
            if (flow.at(i) instanceof JumpInsnNode || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
                return null;
            }
        }
        return null;
    }

    /** Returns true if the handler throws anything. */
    private static boolean throwsOn(MethodFlow flow, int handler) {
        for (int i = handler; i < flow.size(); i++) {
            int opcode = flow.at(i).getOpcode();
            if (opcode == Opcodes.ATHROW) {
                return true;
            }
            if (opcode == Opcodes.GOTO || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
                return false;
            }
        }
        return false;
    }

    private static AbstractInsnNode firstReal(AbstractInsnNode label) {
        AbstractInsnNode node = label;
        while (node.getOpcode() < 0 && node.getNext() != null) {
            node = node.getNext();
        }
        return node;
    }

    private static int index(MethodFlow flow, AbstractInsnNode node) {
        return flow.method.instructions.indexOf(node);
    }

    private static String name(MethodFlow flow, int index) {
        return ((MethodInsnNode) flow.at(index)).name + "()";
    }
}
