package bouncer.worker.explore;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import bouncer.checks.specification.Specification;
import bouncer.clients.run.ClientSession;
import bouncer.worker.runtime.CheckContext;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the class that runs a client of a specification in each execution. It is in the package of the
 * specification, which need not be public.
 *
 * @param specification the binary name of the specification's class
 */
record SpecificationEntryPoint(String specification) implements EntryPoint {
    @Override
    public String className() {
        return specification + "$Entry";
    }

    @Override
    public String packagePrefix() {
        return specification.substring(0, specification.lastIndexOf('.') + 1);
    }

    @Override
    public byte[] bytes() {
        String type = specification.replace('.', '/');
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SYNTHETIC, className().replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor make = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        make.visitVarInsn(ALOAD, 0);
        make.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        make.visitInsn(RETURN);
        make.visitMaxs(0, 0);
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", "()V", null, null);
        run.visitMethodInsn(INVOKESTATIC, Type.getInternalName(CheckContext.class), "again", "()V", false);
        run.visitTypeInsn(NEW, type);
        run.visitInsn(DUP);
        run.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
        String argument = "(" + Type.getDescriptor(Specification.class) + ")V";
        run.visitMethodInsn(INVOKESTATIC, Type.getInternalName(ClientSession.class), "run", argument, false);
        run.visitInsn(RETURN);
        run.visitMaxs(0, 0);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
