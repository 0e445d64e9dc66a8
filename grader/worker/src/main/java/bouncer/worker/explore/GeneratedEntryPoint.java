package bouncer.worker.explore;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SWAP;
import static org.objectweb.asm.Opcodes.V17;

import bouncer.checks.definition.Lifecycle;
import bouncer.worker.runtime.CheckContext;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the class that runs a check once in each execution. It is in the check's package, because checks need not
 * be public. It clears the state of the previous execution, creates an instance of the check class, and calls the
 * methods with {@code @BeforeEach}, the check, and those with {@code @AfterEach}.
 *
 * @param checkClass the binary name of the check class
 * @param before the names of the methods to call before the check; not private, without parameters and result
 * @param method the name of the check, a method of the same form
 * @param after the names of the methods to call after the check, each even if an earlier one threw
 */
record GeneratedEntryPoint(String checkClass, List<String> before, String method, List<String> after)
        implements EntryPoint {
    private static final String CONTEXT = Type.getInternalName(CheckContext.class);
    private static final String JOINED = "(Ljava/lang/Throwable;Ljava/lang/Throwable;)Ljava/lang/Throwable;";
    private static final int INSTANCE = 0;
    private static final int THROWN = 1;

    /** Returns the generator for a check method. */
    static GeneratedEntryPoint of(Method check) {
        Lifecycle lifecycle = Lifecycle.of(check.getDeclaringClass());
        return new GeneratedEntryPoint(
                check.getDeclaringClass().getName(),
                lifecycle.before().stream().map(Method::getName).toList(),
                check.getName(),
                lifecycle.after().stream().map(Method::getName).toList());
    }

    @Override
    public String className() {
        return checkClass + "$Entry";
    }

    @Override
    public String packagePrefix() {
        return checkClass.substring(0, checkClass.lastIndexOf('.') + 1);
    }

    @Override
    public byte[] bytes() {
        ClassWriter writer = new Writer();
        writer.visit(V17, ACC_PUBLIC | ACC_SYNTHETIC, className().replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor make = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        make.visitVarInsn(ALOAD, 0);
        make.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        make.visitInsn(RETURN);
        make.visitMaxs(0, 0);
        MethodVisitor run = writer.visitMethod(ACC_PUBLIC, "run", "()V", null, null);
        run.visitMethodInsn(INVOKESTATIC, CONTEXT, "again", "()V", false);
        run.visitTypeInsn(NEW, internalName());
        run.visitInsn(DUP);
        run.visitMethodInsn(INVOKESPECIAL, internalName(), "<init>", "()V", false);
        run.visitVarInsn(ASTORE, INSTANCE);
        if (after.isEmpty()) {
            before.forEach(name -> call(run, name));
            call(run, method);
        } else {
            callAll(run);
        }
        run.visitInsn(RETURN);
        run.visitMaxs(0, 0);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String internalName() {
        return checkClass.replace('.', '/');
    }

    private void callAll(MethodVisitor run) {
        run.visitInsn(ACONST_NULL);
        run.visitVarInsn(ASTORE, THROWN);
        guarded(run, () -> {
            before.forEach(name -> call(run, name));
            call(run, method);
        });
        after.forEach(name -> guarded(run, () -> call(run, name)));
        Label end = new Label();
        run.visitVarInsn(ALOAD, THROWN);
        run.visitJumpInsn(IFNULL, end);
        run.visitVarInsn(ALOAD, THROWN);
        run.visitInsn(ATHROW);
        run.visitLabel(end);
    }

    private void call(MethodVisitor run, String name) {
        run.visitVarInsn(ALOAD, INSTANCE);
        run.visitMethodInsn(INVOKEVIRTUAL, internalName(), name, "()V", false);
    }

    /** Generates code that catches what this code throws and combines it with earlier exceptions. */
    private static void guarded(MethodVisitor run, Runnable code) {
        Label begin = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label next = new Label();
        run.visitTryCatchBlock(begin, end, handler, "java/lang/Throwable");
        run.visitLabel(begin);
        code.run();
        run.visitLabel(end);
        run.visitJumpInsn(GOTO, next);
        run.visitLabel(handler);
        run.visitVarInsn(ALOAD, THROWN);
        run.visitInsn(SWAP);
        run.visitMethodInsn(INVOKESTATIC, CONTEXT, "joined", JOINED, false);
        run.visitVarInsn(ASTORE, THROWN);
        run.visitLabel(next);
    }

    /** Computes stack map frames without loading classes: the only common supertype that is needed is Throwable. */
    private static final class Writer extends ClassWriter {
        Writer() {
            super(COMPUTE_FRAMES);
        }

        @Override
        protected String getCommonSuperClass(String one, String other) {
            return one.equals(other) ? one : "java/lang/Object";
        }
    }
}
