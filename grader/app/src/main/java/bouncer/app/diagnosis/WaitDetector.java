package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Facts about waiting, waking, sleeping and the ways out of a method. Stateless. */
final class WaitDetector {
    private static final String[] WAITS = {"wait", "await", "awaitNanos", "awaitUninterruptibly", "park", "parkNanos"};
    private static final String[] WAKES = {"notify", "notifyAll", "signal", "signalAll", "unpark"};

    private WaitDetector() {}

    static List<Misconception> read(List<MethodFlow> flows) {
        List<Misconception> facts = new ArrayList<>();
        boolean wakes = flows.stream().anyMatch(flow -> !flow.calls(WAKES).isEmpty());
        for (MethodFlow flow : flows) {
            for (int wait : flow.calls(WAITS)) {
                if (!flow.inLoop(wait)) {
                    facts.add(new Misconception.WaitWithoutLoop(flow.line(wait), name(flow, wait)));
                }
                if (!wakes) {
                    facts.add(new Misconception.NobodyWakes(flow.line(wait), name(flow, wait)));
                }
            }
            for (int wake : flow.calls("notify", "signal")) {
                facts.add(new Misconception.WakesOne(flow.line(wake), name(flow, wake)));
            }
            sleeps(flow, facts);
            waysOut(flow, facts);
        }
        return facts;
    }

    private static void sleeps(MethodFlow flow, List<Misconception> facts) {
        for (int sleep : flow.calls("sleep")) {
            facts.add(
                    flow.inLoop(sleep)
                            ? new Misconception.SleepInLoop(flow.line(sleep))
                            : new Misconception.SleepAndHope(flow.line(sleep)));
        }
        boolean blocks = !flow.calls(WAITS).isEmpty() || !flow.calls("sleep").isEmpty();
        for (int spin : flow.calls("yield", "onSpinWait")) {
            if (flow.inLoop(spin) && !blocks) {
                facts.add(new Misconception.SpinLoop(flow.line(spin), name(flow, spin)));
            }
        }
    }

    private static void waysOut(MethodFlow flow, List<Misconception> facts) {
        List<Integer> unlocks = flow.calls("unlock");
        boolean guarded = flow.method.tryCatchBlocks.stream()
                .filter(block -> block.type == null)
                .anyMatch(block -> unlocks.stream().anyMatch(unlock -> unlock > index(flow, block.handler)));
        if (!unlocks.isEmpty() && !guarded) {
            flow.calls("lock", "lockInterruptibly").stream()
                    .findFirst()
                    .ifPresent(lock -> facts.add(new Misconception.UnlockOutsideFinally(flow.line(lock))));
        }
        for (TryCatchBlockNode block : flow.method.tryCatchBlocks) {
            if ("java/lang/InterruptedException".equals(block.type)
                    && flow.calls("interrupt").isEmpty()
                    && !throwsOn(flow, index(flow, block.handler))) {
                facts.add(new Misconception.InterruptForgotten(flow.line(firstReal(block.handler))));
            }
            interrupted(flow, block, facts);
        }
    }

    /** What becomes of the exception where it is not forgotten: it may be thrown on, and then nothing is said. */
    private static void interrupted(MethodFlow flow, TryCatchBlockNode block, List<Misconception> facts) {
        if (!"java/lang/InterruptedException".equals(block.type)) {
            return;
        }
        int handler = index(flow, block.handler);
        int line = flow.line(firstReal(block.handler));
        String instead = thrownInstead(flow, handler);
        if (instead != null) {
            facts.add(new Misconception.InterruptWrapped(line, instead));
        } else if (!flow.calls("interrupt").isEmpty()
                && flow.method.exceptions.contains(block.type)
                && !throwsOn(flow, handler)
                && !makesOne(flow)) {
            facts.add(new Misconception.InterruptKept(line));
        }
    }

    private static boolean makesOne(MethodFlow flow) {
        return IntStream.range(0, flow.size())
                .anyMatch(i -> flow.at(i) instanceof TypeInsnNode made
                        && made.getOpcode() == Opcodes.NEW
                        && made.desc.equals("java/lang/InterruptedException"));
    }

    /** The class of another exception that the handler's own stretch of code makes and throws, or null. */
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

    /** Whether anything is thrown in the handler's own stretch of code. */
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
