package bouncer.engine.instrument;

import bouncer.engine.jdk.LibraryClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One class: static state that can be set up again, a steady hash code, and every method changed by {@link
 * MethodChanger}.
 */
final class ClassChanger extends ClassVisitor {
    private static final String HASH = "bouncer$hash";

    private final Hierarchy hierarchy;
    private final LibraryClasses library;
    private final boolean recording;
    private final List<Zero> zeros = new ArrayList<>();
    private final Map<String, MethodFacts> facts = new HashMap<>();
    private String name = "";
    private boolean resettable;
    private boolean hasInitialiser;
    private boolean isRoot;
    private boolean needsHash;
    private int version;
    private @Nullable Wrappers wrappers;

    /** A static field to clear before its initialiser runs again. */
    private record Zero(String name, String descriptor) {}

    ClassChanger(ClassVisitor next, Hierarchy hierarchy, LibraryClasses library, boolean recording) {
        super(Opcodes.ASM9, next);
        this.library = library;
        this.hierarchy = hierarchy;
        this.recording = recording;
    }

    /** Stores the facts about a method. */
    void facts(String method, MethodFacts found) {
        facts.put(method, found);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
        this.version = version & 0xFFFF;
        // An interface's static fields must stay final, and an enum's constants must stay the same objects.
        resettable = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0;
        isRoot = "java/lang/Object".equals(superName) && (access & Opcodes.ACC_INTERFACE) == 0;
        needsHash = isRoot;
        wrappers = new Wrappers(name, (access & Opcodes.ACC_INTERFACE) != 0);
        super.visit(
                Math.max(this.version, Opcodes.V1_5) | (version & ~0xFFFF), // constants of classes need it
                access,
                name,
                signature,
                ClassReplacements.of(superName),
                isRoot ? steady(interfaces) : interfaces);
    }

    private static String[] steady(String[] interfaces) {
        String[] more = java.util.Arrays.copyOf(interfaces, interfaces.length + 1);
        more[interfaces.length] = "bouncer/engine/model/StableHash";
        return more;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, String signature, @Nullable Object value) {
        int changed = access;
        if (resettable && (access & Opcodes.ACC_STATIC) != 0 && value == null) {
            changed &= ~Opcodes.ACC_FINAL;
            zeros.add(new Zero(name, descriptor));
        }
        return super.visitField(changed, name, descriptor, signature, value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        String newName = name;
        int newAccess = access & ~Opcodes.ACC_SYNCHRONIZED;
        if (name.equals("<clinit>") && resettable) {
            hasInitialiser = true;
            newName = AddedNames.INITIALISE;
            newAccess = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PUBLIC;
        }
        if (name.equals("hashCode") && descriptor.equals("()I")) {
            needsHash = false;
        }
        MethodVisitor next = super.visitMethod(newAccess, newName, descriptor, signature, exceptions);
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return next;
        }
        boolean synchronised = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        HandlerGuard guard = new HandlerGuard(next);
        return new MethodChanger(
                guard,
                context(),
                access,
                name,
                descriptor,
                synchronised,
                facts.getOrDefault(name + descriptor, MethodFacts.NONE));
    }

    private ClassContext context() {
        return new ClassContext(
                name, hierarchy, library, recording, java.util.Objects.requireNonNull(wrappers), version, resettable);
    }

    @Override
    public void visitEnd() {
        if (resettable && (hasInitialiser || !zeros.isEmpty())) {
            initialiser();
        }
        if (isRoot) {
            steadyHash();
        }
        if (needsHash) {
            hash();
        }
        java.util.Objects.requireNonNull(wrappers).emit(cv, context());
        super.visitEnd();
    }

    private void initialiser() {
        if (!hasInitialiser) {
            MethodVisitor empty = cv.visitMethod(
                    Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PUBLIC,
                    AddedNames.INITIALISE,
                    "()V",
                    null,
                    null);
            empty.visitCode();
            empty.visitInsn(Opcodes.RETURN);
            empty.visitMaxs(0, 0);
            empty.visitEnd();
        }
        MethodVisitor zero = cv.visitMethod(
                Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PUBLIC, "bouncer$zero", "()V", null, null);
        zero.visitCode();
        for (Zero field : zeros) {
            Type type = Type.getType(field.descriptor);
            zero.visitInsn(
                    switch (type.getSort()) {
                        case Type.LONG -> Opcodes.LCONST_0;
                        case Type.DOUBLE -> Opcodes.DCONST_0;
                        case Type.FLOAT -> Opcodes.FCONST_0;
                        case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
                        default -> Opcodes.ICONST_0;
                    });
            zero.visitFieldInsn(Opcodes.PUTSTATIC, name, field.name, field.descriptor);
        }
        zero.visitInsn(Opcodes.RETURN);
        zero.visitMaxs(0, 0);
        zero.visitEnd();

        MethodVisitor first = cv.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        first.visitCode();
        first.visitLdcInsn(Type.getObjectType(name));
        first.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "bouncer/engine/instrument/StaticInitializers",
                "used",
                "(Ljava/lang/Class;)V",
                false);
        first.visitInsn(Opcodes.RETURN);
        first.visitMaxs(0, 0);
        first.visitEnd();
    }

    /** The hash is kept in the object, so that it stays the same for those that outlive an execution. */
    private void steadyHash() {
        cv.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, HASH, "I", null, null)
                .visitEnd();
        MethodVisitor steady = cv.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, HASH, "()I", null, null);
        steady.visitCode();
        steady.visitVarInsn(Opcodes.ALOAD, 0);
        steady.visitVarInsn(Opcodes.ALOAD, 0);
        steady.visitFieldInsn(Opcodes.GETFIELD, name, HASH, "I");
        steady.visitMethodInsn(Opcodes.INVOKESTATIC, AddedNames.HOOKS, "hash", "(I)I", false);
        steady.visitFieldInsn(Opcodes.PUTFIELD, name, HASH, "I");
        steady.visitVarInsn(Opcodes.ALOAD, 0);
        steady.visitFieldInsn(Opcodes.GETFIELD, name, HASH, "I");
        steady.visitInsn(Opcodes.IRETURN);
        steady.visitMaxs(0, 0);
        steady.visitEnd();
    }

    private void hash() {
        MethodVisitor hash = cv.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, "hashCode", "()I", null, null);
        hash.visitCode();
        hash.visitVarInsn(Opcodes.ALOAD, 0);
        hash.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, HASH, "()I", false);
        hash.visitInsn(Opcodes.IRETURN);
        hash.visitMaxs(0, 0);
        hash.visitEnd();
    }
}
