package bouncer.worker.explore;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * The class that starts a check in each execution: it lies in the check's package, because checks need not be public,
 * and first tells the helpers that what they knew of the execution before is over.
 *
 * @param checkClass binary name
 * @param method a method without arguments and result, not private
 */
record GeneratedEntryPoint(String checkClass, String method) {
    private static final String CONTEXT = "bouncer/worker/runtime/CheckContext";

    String className() {
        return checkClass + "$Entry";
    }

    String packagePrefix() {
        return checkClass.substring(0, checkClass.lastIndexOf('.') + 1);
    }

    byte[] bytes() {
        String check = checkClass.replace('.', '/');
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SYNTHETIC, className().replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor make = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        make.visitVarInsn(ALOAD, 0);
        make.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        make.visitInsn(RETURN);
        make.visitMaxs(0, 0);
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", "()V", null, null);
        run.visitMethodInsn(INVOKESTATIC, CONTEXT, "again", "()V", false);
        run.visitTypeInsn(NEW, check);
        run.visitInsn(DUP);
        run.visitMethodInsn(INVOKESPECIAL, check, "<init>", "()V", false);
        run.visitMethodInsn(INVOKEVIRTUAL, check, method, "()V", false);
        run.visitInsn(RETURN);
        run.visitMaxs(0, 0);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
