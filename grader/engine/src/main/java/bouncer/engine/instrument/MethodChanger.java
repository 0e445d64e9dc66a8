package bouncer.engine.instrument;

import bouncer.engine.instrument.CallRedirections.Target;
import bouncer.engine.memory.LocationSlots;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;

/**
 * One method: reports field and array accesses, monitors and backward jumps, and sends library calls over the bridges.
 */
final class MethodChanger extends AdviceAdapter {
    private static final String ACCESS_ORDER = "bouncer/engine/hooks/AccessOrder";

    /** The argument of the lambda metafactory that is the method to call. */
    private static final int IMPLEMENTATION = 1;

    private final ClassContext context;
    private final CallRouting calls;
    private final boolean synchronised;
    private final boolean isStatic;
    /** Whether the method is the initialiser of an enum or an interface, which runs only once. */
    private final boolean initialiser;

    private final boolean isClinit;
    private final boolean isConstructor;

    private final MethodFacts facts;
    private int fieldOrdinal;
    /** Objects of class Object that were allocated and whose constructor is still to come. */
    private int plainObjects;

    private final Type[] arguments;
    /** The suffix of the names of hooks for plain accesses. */
    private final String plain;

    private final Set<Label> seen = new HashSet<>();
    private final Label bodyStart = new Label();
    /** In a constructor nothing may be reported before the superclass's has run. */
    private boolean entered;

    MethodChanger(
            MethodVisitor next,
            ClassContext context,
            int access,
            String name,
            String descriptor,
            boolean synchronised,
            MethodFacts facts) {

        super(Opcodes.ASM9, next, access, name, descriptor);
        this.context = context;
        this.calls = new CallRouting(context);
        this.synchronised = synchronised;
        this.initialiser = name.equals("<clinit>") && !context.resettable();
        this.isClinit = name.equals("<clinit>");
        this.isConstructor = name.equals("<init>");
        this.facts = facts;
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.arguments = Type.getArgumentTypes(descriptor);
        this.plain = context.relocated() ? "Relocated" : "";
    }

    private void hook(String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, AddedNames.HOOKS, name, descriptor, false);
    }

    @Override
    protected void onMethodEnter() {
        entered = true;
        if (initialiser) {
            super.visitLdcInsn(Type.getObjectType(context.className()));
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "bouncer/engine/instrument/StaticInitializers",
                    "beginsForGood",
                    "(Ljava/lang/Class;)V",
                    false);
        } else if ((isStatic || isConstructor) && !isClinit) {
            initialises(context.className(), "initialise");
        }
        if (synchronised) {
            if (facts.firstLine() > 0) {
                // The method takes its monitor before its first line; a reader looks for it there.
                Label here = new Label();
                super.visitLabel(here);
                super.visitLineNumber(facts.firstLine(), here);
            }
            lockObject();
            hook("enter", "(Ljava/lang/Object;)V");
            super.visitLabel(bodyStart);
        }
    }

    @Override
    protected void onMethodExit(int opcode) {
        if (initialiser && opcode != Opcodes.ATHROW) {
            super.visitLdcInsn(Type.getObjectType(context.className()));
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "bouncer/engine/instrument/StaticInitializers",
                    "doneForGood",
                    "(Ljava/lang/Class;)V",
                    false);
        }
        if (synchronised && opcode != Opcodes.ATHROW) {
            lockObject();
            hook("exit", "(Ljava/lang/Object;)V");
        }
    }

    /** A class with a static initialiser, its own or inherited, is used. */
    private void initialises(String type, String hook) {
        if (context.hierarchy().hasInitialiser(type)) {
            super.visitLdcInsn(Type.getObjectType(type));
            hook(hook, "(Ljava/lang/Class;)V");
        }
    }

    /** A static field is accessed; in static code of its own class that is initialised already, or being so. */
    private void initialisesFieldOf(String declarer, int opcode, String descriptor, boolean isFinal) {
        boolean own = declarer.equals(context.className());
        if ((opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) && !(own && isStatic)) {
            boolean shares = isFinal && !own && descriptor.length() > 1 && !descriptor.equals("Ljava/lang/String;");
            initialises(declarer, shares ? "initialiseAndShare" : "initialise");
        }
    }

    private void lockObject() {
        if (isStatic) {
            super.visitLdcInsn(Type.getObjectType(context.className()));
        } else {
            super.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (synchronised) {
            Label handler = new Label();
            super.visitLabel(handler);
            super.visitTryCatchBlock(bodyStart, handler, handler, null);
            Object[] locals = frameLocals();
            super.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            lockObject();
            hook("exit", "(Ljava/lang/Object;)V");
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    private Object[] frameLocals() {
        Object[] locals = new Object[arguments.length + (isStatic ? 0 : 1)];
        int at = 0;
        if (!isStatic) {
            locals[at++] = context.className();
        }
        for (Type type : arguments) {
            locals[at++] = frame(type);
        }
        return locals;
    }

    /** Returns the type of a local variable as stack map frames represent it. */
    static Object frame(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.OBJECT, Type.ARRAY -> type.getInternalName();
            default -> Opcodes.INTEGER;
        };
    }

    @Override
    public void visitLabel(Label label) {
        seen.add(label);
        super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (entered && seen.contains(label)) {
            hook("loop", "()V");
        }
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean ownerRead = facts.ownerReads().contains(fieldOrdinal++);
        String declarer = entered ? context.hierarchy().declarer(owner, name) : null;
        int access = declarer == null ? 0 : access(declarer, name);
        if (declarer != null) {
            initialisesFieldOf(declarer, opcode, descriptor, (access & Opcodes.ACC_FINAL) != 0);
        }
        if (declarer == null || (access & (Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) != 0) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            if (declarer != null) {
                named(opcode, name, descriptor);
            }
            return;
        }
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        boolean wide = Type.getType(descriptor).getSize() == 2;
        if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
            super.visitLdcInsn(Type.getObjectType(declarer));
        } else if (!write) {
            super.visitInsn(Opcodes.DUP);
        } else if (wide) {
            super.visitInsn(Opcodes.DUP2_X1);
            super.visitInsn(Opcodes.POP2);
            super.visitInsn(Opcodes.DUP_X2);
        } else {
            super.visitInsn(Opcodes.DUP2);
            super.visitInsn(Opcodes.POP);
        }
        push(LocationSlots.field(declarer.replace('/', '.'), name));
        boolean isVolatile = (access & Opcodes.ACC_VOLATILE) != 0;
        String report = (write ? "write" : "read") + (isVolatile ? "Volatile" : ownerRead ? "Owner" : plain);
        hook(report, "(Ljava/lang/Object;I)V");
        if (write) {
            value(descriptor);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (!write) {
            value(descriptor);
        }
    }

    /** Reads of final fields are no steps, but tell what people call the object that is read. */
    private void named(int opcode, String name, String descriptor) {
        boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        if (context.recording() && read && descriptor.startsWith("L") && name.indexOf('$') < 0) {
            super.visitInsn(Opcodes.DUP);
            super.visitLdcInsn(name);
            hook("named", "(Ljava/lang/Object;Ljava/lang/String;)V");
        }
    }

    private int access(String declarer, String name) {
        Hierarchy.Known known = context.hierarchy().find(declarer);
        return known == null ? 0 : known.fields().getOrDefault(name, 0);
    }

    private void value(String descriptor) {
        if (!context.recording() || !plain.isEmpty()) {
            return;
        }
        Type type = Type.getType(descriptor);
        super.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
        hook(
                "value",
                switch (type.getSort()) {
                    case Type.OBJECT, Type.ARRAY -> "(Ljava/lang/Object;)V";
                    case Type.BYTE, Type.SHORT -> "(I)V";
                    default -> "(" + descriptor + ")V";
                });
    }

    @Override
    public void visitInsn(int opcode) {
        if (!entered) {
            super.visitInsn(opcode);
        } else if (opcode == Opcodes.MONITORENTER) {
            hook("enter", "(Ljava/lang/Object;)V");
        } else if (opcode == Opcodes.MONITOREXIT) {
            hook("exit", "(Ljava/lang/Object;)V");
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            super.visitInsn(Opcodes.DUP2);
            hook("readElement" + plain, "(Ljava/lang/Object;I)V");
            super.visitInsn(opcode);
            value(element(opcode - Opcodes.IALOAD));
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            boolean wide = opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE;
            super.visitInsn(wide ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
            super.visitInsn(wide ? Opcodes.POP2 : Opcodes.POP);
            super.visitInsn(wide ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1);
            hook("writeElement" + plain, "(Ljava/lang/Object;I)V");
            value(element(opcode - Opcodes.IASTORE));
            super.visitInsn(opcode);
        } else {
            super.visitInsn(opcode);
        }
    }

    /** Returns the types of array elements in the order of the instructions; a byte array may be one of booleans. */
    private static String element(int number) {
        return switch (number) {
            case 1 -> "J";
            case 2 -> "F";
            case 3 -> "D";
            case 4 -> "Ljava/lang/Object;";
            case 6 -> "C";
            default -> "I";
        };
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW && entered && !type.equals(context.className())) {
            initialises(type, "initialise");
        }
        if (opcode != Opcodes.NEW) {
            super.visitTypeInsn(opcode, type);
        } else if (type.equals(ClassReplacements.OBJECT)) {
            plainObjects++;
            super.visitTypeInsn(opcode, ClassReplacements.PLAIN);
        } else {
            super.visitTypeInsn(opcode, ClassReplacements.of(type));
        }
    }

    /** Constructors have names of their own in the call of {@code new} as in that of {@code super}. */
    private void construct(String owner, String descriptor) {
        ClassReplacements.Source source = ClassReplacements.source(owner, descriptor);
        if (owner.equals("java/util/LinkedHashMap") && descriptor.equals("(IFZ)V")) {
            inOrderOfAccess(owner, descriptor);
            return;
        }
        if (entered && plain.isEmpty() && context.hierarchy().find(owner) == null) {
            readsLastArgument(descriptor);
        }
        if (source != null) {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "bouncer/engine/hooks/SystemCalls",
                    source.method(),
                    source.descriptor(),
                    false);
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", source.constructor(), false);
        } else if (plainObjects > 0 && owner.equals(ClassReplacements.OBJECT)) {
            plainObjects--;
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, ClassReplacements.PLAIN, "<init>", descriptor, false);
        } else {
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, ClassReplacements.of(owner), "<init>", descriptor, false);
        }
    }

    /** A constructor of the library reads the array or collection that it is given last. */
    private void readsLastArgument(String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        if (types.length > 0 && ReportedArguments.isTracked(context.library(), types[types.length - 1])) {
            super.visitInsn(Opcodes.DUP);
            super.visitInsn(Opcodes.ICONST_0);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, AddedNames.LIBRARY_CALLS, "argument", "(Ljava/lang/Object;Z)V", false);
        }
    }

    /** Calls a constructor, and reports the new object with the arguments. */
    private void inOrderOfAccess(String owner, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS_ORDER, "keep", descriptor, false);
        mv.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS_ORDER, "capacity", "()I", false);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS_ORDER, "load", "()F", false);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS_ORDER, "accessOrder", "()Z", false);
        super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS_ORDER, "made", "(Ljava/lang/Object;)V", false);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Target target = entered ? calls.bridge(opcode, owner, name, descriptor) : null;
        String refusal = entered && target == null ? calls.refusal(owner, name, descriptor) : null;
        if (refusal != null) {
            super.visitLdcInsn(refusal);
            hook("missing", "(Ljava/lang/String;)V");
        }
        if (name.equals("<init>")) {
            construct(owner, descriptor);
            return;
        }
        if (entered && owner.startsWith("[") && name.equals("clone") && plain.isEmpty()) {
            super.visitInsn(Opcodes.DUP);
            super.visitInsn(Opcodes.ICONST_0);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, AddedNames.LIBRARY_CALLS, "argument", "(Ljava/lang/Object;Z)V", false);
        }
        if (entered) {
            Target wrapper = calls.wrapper(opcode, owner, name, descriptor, isInterface, target);
            target = wrapper == null ? target : wrapper;
        }
        if (target == null) {
            if (entered && calls.handsOutNumbers(owner, name, descriptor)) {
                hook("handsOut", "()V");
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (entered && owner.equals("java/lang/Class") && name.equals("forName")) {
                super.visitInsn(Opcodes.DUP);
                hook("initialise", "(Ljava/lang/Class;)V");
            }
        } else {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    target.owner(),
                    target.name(),
                    target.descriptor(),
                    context.wrappers().isInterface(target));
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        Target concatenation = entered ? calls.concatenation(name, descriptor, bootstrap, arguments) : null;
        if (concatenation != null) {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    concatenation.owner(),
                    concatenation.name(),
                    concatenation.descriptor(),
                    context.wrappers().isInterface(concatenation));
            return;
        }
        Object[] changed = arguments.clone();
        String type = descriptor;
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] instanceof Handle handle) {
                Handle to = calls.handle(handle);
                changed[i] = to;
                type = i == IMPLEMENTATION && handle.getTag() != to.getTag() ? received(type, to) : type;
            }
        }
        super.visitInvokeDynamicInsn(name, type, bootstrap, changed);
    }

    /**
     * Returns the type of a call that makes a method reference, with the receiver as a static method takes it: what is
     * captured for that must be of its very type.
     */
    private static String received(String type, Handle to) {
        Type[] captured = Type.getArgumentTypes(type);
        Type[] taken = Type.getArgumentTypes(to.getDesc());
        if (captured.length == 0 || taken.length == 0 || captured[0].getSort() != Type.OBJECT) {
            return type;
        }
        captured[0] = taken[0];
        return Type.getMethodDescriptor(Type.getReturnType(type), captured);
    }
}
