package bouncer.engine.instrument;

import bouncer.engine.ClassSource;
import bouncer.engine.jdk.LibraryClasses;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns a class file into one that reports what it does. No branches are added to the program's own code, so its frames
 * stay valid and only the stack sizes are computed anew; line numbers are kept.
 */
final class Instrumenter {
    private final Hierarchy hierarchy;
    private final LibraryClasses library;
    private final boolean recording;

    Instrumenter(ClassSource source, LibraryClasses library, boolean recording) {
        this.library = library;
        this.hierarchy = new Hierarchy(source);
        this.recording = recording;
    }

    byte[] instrument(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        ClassChanger changer =
                new ClassChanger(new ModelRemapper(writer, hierarchy, library), hierarchy, library, recording);
        for (MethodNode method : node.methods) {
            changer.facts(
                    method.name + method.desc, new MethodFacts(OwnerReads.of(method), MethodFacts.firstLine(method)));
        }
        node.accept(changer);
        return writer.toByteArray();
    }
}
