package bouncer.engine.instrument;

import bouncer.engine.instrument.CallRedirections.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** The calls of a class under test that are redirected to a bridge, or to a wrapper that reports them first. */
final class CallRouting {
    private static final String OBJECT = "java/lang/Object";
    /** Final methods of Object, whatever the receiver's type in the call. */
    private static final Set<String> OF_OBJECT =
            Set.of("getClass()Ljava/lang/Class;", "wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");

    /** Methods of Object that read what the receiver holds, whatever it is. */
    private static final Set<String> ANY_RECEIVER = Set.of("toString", "equals", "hashCode");
    /** Classes whose bridges report the arrays that they are given themselves. */
    private static final Set<String> SELF_REPORTING =
            Set.of("java/lang/System", "java/util/stream/IntStream", "java/util/stream/LongStream");

    private static final Set<String> AS_TEXT = Set.of("getMessage", "getLocalizedMessage", "toString");

    private final ClassContext context;
    private final CallRedirections bridges = CallRedirections.standard();

    CallRouting(ClassContext context) {
        this.context = context;
    }

    /** Returns the bridge that a call takes, or null. */
    @Nullable
    Target bridge(int opcode, String owner, String name, String descriptor) {
        if (name.equals("<init>") || owner.startsWith("[")) {
            return null;
        }
        if (opcode != Opcodes.INVOKESTATIC && OF_OBJECT.contains(name + descriptor)) {
            return bridges.ofInstance(OBJECT, name, descriptor);
        }
        String library = library(owner, name, descriptor);
        if (library != null && opcode == Opcodes.INVOKEVIRTUAL && AS_TEXT.contains(name) && isThrowable(library)) {
            return bridges.ofInstance("java/lang/Throwable", name, descriptor);
        }
        if (library == null || !bridges.has(library) || (context.relocated() && name.equals("arraycopy"))) {
            return null;
        }
        if (opcode == Opcodes.INVOKESTATIC) {
            if (context.relocated() && owner.equals(Wrappers.VAR_HANDLE)) {
                return bridges.ofStatic(library, "fullFence", descriptor); // all its static methods are fences
            }
            return bridges.ofStatic(library, name, descriptor);
        }
        if (opcode == Opcodes.INVOKESPECIAL) {
            Target toSuper = bridges.ofInstance(library, name + "Super", descriptor);
            if (toSuper != null) {
                return toSuper;
            }
        }
        return bridges.ofInstance(library, name, descriptor);
    }

    private static boolean isThrowable(String library) {
        try {
            return library.startsWith("java/")
                    && Throwable.class.isAssignableFrom(
                            Class.forName(library.replace('/', '.'), false, CallRouting.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns why a call must end the exploration, or null. */
    @Nullable
    String refusal(String owner, String name, String descriptor) {
        String library = library(owner, name, descriptor);
        String what = library == null ? null : context.library().unsupported(library, name);
        return library == null || what == null
                ? null
                : "the program uses " + what + " (" + library.replace('/', '.').replace('$', '.')
                        + (name.equals("<init>") ? "" : "." + name) + "), which the engine does not control";
    }

    /** Returns true if a call passes an array of numbers that the library may read unobserved, now or later. */
    boolean handsOutNumbers(String owner, String name, String descriptor) {
        String arguments = descriptor.substring(0, descriptor.indexOf(')'));
        boolean numbers = arguments.contains("[I") || arguments.contains("[J");
        return numbers && !name.equals("fill") && context.hierarchy().find(owner) == null;
    }

    /** Returns the library's class whose method a call means; null if it means one of the program's. */
    private @Nullable String library(String owner, String name, String descriptor) {
        return context.hierarchy().find(owner) == null
                ? owner
                : context.hierarchy().libraryOwner(owner, name + descriptor);
    }

    /**
     * Returns the wrapper of a call that must be reported first, or null.
     *
     * @param bridge where the call goes when it is reported, or null if it stays
     */
    @Nullable
    Target wrapper(
            int opcode, String owner, String name, String descriptor, boolean isInterface, @Nullable Target bridge) {
        if (owner.equals(Wrappers.VAR_HANDLE)) {
            boolean access = opcode != Opcodes.INVOKESTATIC && VarHandleNames.isAccess(name);
            String called = context.relocated() ? VarHandleNames.sequentiallyConsistent(name) : name;
            return access ? context.wrappers().of(opcode, owner, owner, called, descriptor, isInterface, null) : null;
        }
        boolean toSuper = opcode == Opcodes.INVOKESPECIAL;
        if (name.equals("<init>") || owner.startsWith("[") || (toSuper && isInterface)) {
            return null;
        }
        String library = library(owner, name, descriptor);
        if (library == null || !library.startsWith("java")) {
            return null;
        }
        boolean receiver = opcode != Opcodes.INVOKESTATIC
                && bridge == null
                && context.library().isDescribed(library);
        boolean anything = library.equals(OBJECT)
                && !toSuper
                && (owner.equals(OBJECT) ? ANY_RECEIVER.contains(name) : name.equals("hashCode"));
        boolean arguments = !context.relocated()
                && (bridge == null || !bridge.owner().endsWith("Arrays"))
                && !SELF_REPORTING.contains(library)
                && ReportedArguments.any(context.library(), name, descriptor);
        return receiver || arguments || (anything && !context.relocated())
                ? context.wrappers().of(opcode, owner, library, name, descriptor, isInterface, bridge)
                : null;
    }

    /** Returns the wrapper of a string concatenation that shows objects of the library as text, or null. */
    @Nullable
    Target concatenation(String name, String descriptor, Handle bootstrap, Object... arguments) {
        boolean concatenates = bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory");
        return concatenates && !context.relocated() && ReportedArguments.anyShown(context.library(), descriptor)
                ? context.wrappers().of(name, descriptor, bootstrap, arguments)
                : null;
    }

    /** Returns the replacement of a method reference. */
    Handle handle(Handle handle) {
        int opcode = switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.NOP;
        };
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            boolean plain = handle.getOwner().equals(ClassReplacements.OBJECT);
            String made = plain ? ClassReplacements.PLAIN : ClassReplacements.of(handle.getOwner());
            return new Handle(handle.getTag(), made, handle.getName(), handle.getDesc(), false);
        }
        if (opcode == Opcodes.NOP) {
            return handle;
        }
        Target target = bridge(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
        if (target == null) {
            target = wrapper(opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface(), null);
        }
        return target == null
                ? handle
                : new Handle(
                        Opcodes.H_INVOKESTATIC,
                        target.owner(),
                        target.name(),
                        target.descriptor(),
                        context.wrappers().isInterface(target));
    }
}
