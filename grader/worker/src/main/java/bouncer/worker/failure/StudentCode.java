package bouncer.worker.failure;

import bouncer.checks.result.Location;
import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Recognises the submission's stack frames by its class files. Thread-safe.
 *
 * @param classes the directory of the submission's class files
 */
public record StudentCode(Path classes) {

    /** Returns the submission's innermost frame, if possible one with a line number, or null if there is none. */
    public @Nullable Location first(StackTraceElement[] stack) {
        Location any = null;
        for (StackTraceElement frame : stack) {
            if (owns(frame.getClassName())) {
                any = any == null || any.line() == 0 ? at(frame) : any;
            }
        }
        return any;
    }

    /** Returns true if the class of this binary name belongs to the submission. */
    public boolean owns(String className) {
        return Files.exists(ClassFiles.in(classes, className));
    }

    /**
     * Returns the first line of a method that the submission declares or inherits from one of its classes, or null.
     *
     * @param method the method as in a class file, such as {@code counter/ThreadSafeCounter.get()J}
     */
    public @Nullable Location begin(String method) {
        int dot = method.indexOf('.');
        for (String owner = method.substring(0, dot); owner != null && owns(owner); ) {
            ClassNode type = new ClassNode();
            try {
                new ClassReader(Files.readAllBytes(ClassFiles.in(classes, owner)))
                        .accept(type, ClassReader.SKIP_FRAMES);
            } catch (IOException | RuntimeException e) {
                return null;
            }
            for (MethodNode each : type.methods) {
                if (method.endsWith("." + each.name + each.desc)) {
                    return first(type, each);
                }
            }
            owner = type.superName;
        }
        return null;
    }

    private static @Nullable Location first(ClassNode type, MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode line) {
                String folder = type.name.substring(0, type.name.lastIndexOf('/') + 1);
                return new Location(folder + (type.sourceFile == null ? "?" : type.sourceFile), line.line);
            }
        }
        return null;
    }

    private static Location at(StackTraceElement frame) {
        String name = frame.getClassName();
        int dot = name.lastIndexOf('.');
        String folder = dot < 0 ? "" : name.substring(0, dot + 1).replace('.', '/');
        String file = frame.getFileName() == null ? "?" : frame.getFileName();
        return new Location(folder + file, Math.max(0, frame.getLineNumber()));
    }
}
