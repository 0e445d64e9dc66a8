package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** One method with facts about its byte code: lines, loops and the origin of values. Immutable. */
final class MethodFlow {
    final ClassNode owner;
    final MethodNode method;
    private final @Nullable Frame<SourceValue>[] frames;
    private final List<Set<Integer>> successors;

    private MethodFlow(
            ClassNode owner, MethodNode method, @Nullable Frame<SourceValue>[] frames, List<Set<Integer>> successors) {
        this.owner = owner;
        this.method = method;
        this.frames = frames;
        this.successors = successors;
    }

    /** Reads all methods that have a body and can be analysed. */
    static List<MethodFlow> read(Collection<byte[]> classes) {
        List<MethodFlow> flows = new ArrayList<>();
        for (byte[] bytes : classes) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            node.methods.forEach(method -> flow(node, method).ifPresent(flows::add));
        }
        return flows;
    }

    private static Optional<MethodFlow> flow(ClassNode owner, MethodNode method) {
        int size = method.instructions.size();
        if (size == 0) {
            return Optional.empty();
        }
        List<Set<Integer>> successors = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            successors.add(new HashSet<>());
        }
        Analyzer<SourceValue> analyzer = new Analyzer<>(new SourceValueInterpreter()) {
            @Override
            protected void newControlFlowEdge(int from, int to) {
                successors.get(from).add(to);
            }

            @Override
            protected boolean newControlFlowExceptionEdge(int from, int to) {
                successors.get(from).add(to);
                return true;
            }
        };
        try {
            return Optional.of(new MethodFlow(owner, method, analyzer.analyze(owner.name, method), successors));
        } catch (AnalyzerException e) {
            // The method cannot be analysed, so nothing about it is certain.
            return Optional.empty();
        }
    }

    /** Returns the source file below the source root, with forward slashes. */
    String file() {
        return owner.name.substring(0, owner.name.lastIndexOf('/') + 1) + owner.sourceFile;
    }

    int size() {
        return method.instructions.size();
    }

    AbstractInsnNode at(int index) {
        return method.instructions.get(index);
    }

    Set<Integer> after(int index) {
        return successors.get(index);
    }

    /** Returns true if the instruction is reachable. */
    boolean isLive(int index) {
        return frames[index] != null;
    }

    /**
     * Returns the only instruction that can have produced the value at this stack depth; null if there is not exactly
     * one.
     */
    @Nullable
    AbstractInsnNode origin(int index, int depth) {
        Frame<SourceValue> frame = frames[index];
        if (frame == null || frame.getStackSize() <= depth) {
            return null;
        }
        Set<AbstractInsnNode> sources = frame.getStack(frame.getStackSize() - 1 - depth).insns;
        return sources.size() == 1 ? sources.iterator().next() : null;
    }

    /** Returns the source line of an instruction, or 0. */
    int line(int index) {
        for (AbstractInsnNode node = at(index); node != null; node = node.getPrevious()) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    int line(AbstractInsnNode node) {
        return line(method.instructions.indexOf(node));
    }

    /** Returns true if a backward jump encloses the instruction; javac compiles a loop to a contiguous block. */
    boolean inLoop(int index) {
        for (int i = index; i < size(); i++) {
            if (at(i) instanceof JumpInsnNode jump && method.instructions.indexOf(jump.label) <= index && isLive(i)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the indices of calls to methods with one of these names, in any class. */
    List<Integer> calls(String... names) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (at(i) instanceof MethodInsnNode call && Arrays.asList(names).contains(call.name) && isLive(i)) {
                found.add(i);
            }
        }
        return found;
    }

    boolean is(int access) {
        return (method.access & access) != 0;
    }

    boolean isConstructor() {
        return method.name.startsWith("<");
    }

    /**
     * Returns true if only callers outside the class call the method, so that no lock of a caller in the class is
     * held.
     */
    boolean isEntry() {
        return !is(Opcodes.ACC_PRIVATE) && !is(Opcodes.ACC_SYNTHETIC) && !isConstructor();
    }
}
