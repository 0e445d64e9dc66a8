package bouncer.engine.instrument;

import bouncer.engine.ClassSource;
import bouncer.engine.juc.Renames;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Turns a class file into one that reports what it does. No branches are added to the program's own code, so its frames
 * stay valid and only the stack sizes are computed anew; line numbers are kept.
 */
final class Instrumenter {
    private final Hierarchy hierarchy;
    private final boolean recording;

    Instrumenter(ClassSource source, boolean recording) {
        this.hierarchy = new Hierarchy(source);
        this.recording = recording;
    }

    byte[] instrument(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        ClassVisitor last =
                Renames.classes().isEmpty() ? writer : new ClassRemapper(writer, new SimpleRemapper(Renames.classes()));
        reader.accept(new ClassChanger(last, hierarchy, recording), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }
}
