package bouncer.engine.instrument;

import bouncer.engine.jdk.LibraryClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.MethodRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Puts models in the place of library classes. A call that the model can't take says so when it is reached; a call into
 * code that is not instrumented keeps its descriptor, because that code knows the library's class only.
 */
final class ModelRemapper extends ClassRemapper {
    private static final Map<String, Set<String>> MEMBERS = new HashMap<>();

    private final Hierarchy hierarchy;
    private final LibraryClasses library;
    private final Remapper names;
    private String self = "";

    ModelRemapper(ClassVisitor next, Hierarchy hierarchy, LibraryClasses library) {
        this(next, hierarchy, library, names(library));
    }

    private ModelRemapper(ClassVisitor next, Hierarchy hierarchy, LibraryClasses library, Remapper names) {
        super(Opcodes.ASM9, next, names);
        this.hierarchy = hierarchy;
        this.library = library;
        this.names = names;
    }

    /** Names of the JDK's classes to those of what takes their place. */
    static Remapper names(LibraryClasses library) {
        return new Remapper(Opcodes.ASM9) {
            @Override
            public @Nullable String map(String internalName) {
                return library.replacement(internalName);
            }
        };
    }

    @Override
    public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
        self = name;
        super.visit(version, access, name, signature, above, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        Type result = Type.getReturnType(descriptor);
        boolean narrower = result.getSort() == Type.OBJECT
                && library.model(result.getInternalName()) != null
                && fitsModel(result)
                && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0
                && !name.startsWith("<");
        if (narrower && names.mapMethodDesc(descriptor).startsWith(descriptor.substring(0, descriptor.indexOf(')')))) {
            bridge(name, descriptor);
        }
        return super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    /** Adds a method as the library knows it, which calls the one that returns a model. */
    private void bridge(String name, String descriptor) {
        MethodVisitor to = cv.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE, name, descriptor, null, null);
        to.visitCode();
        to.visitVarInsn(Opcodes.ALOAD, 0);
        int at = 1;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            to.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
            at += type.getSize();
        }
        to.visitMethodInsn(Opcodes.INVOKEVIRTUAL, names.mapType(self), name, names.mapMethodDesc(descriptor), false);
        to.visitInsn(Opcodes.ARETURN);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    /** Returns true if the model of a type is also of that type. */
    private boolean fitsModel(Type type) {
        String model = java.util.Objects.requireNonNull(library.model(type.getInternalName()));
        try {
            ClassLoader loader = ModelRemapper.class.getClassLoader();
            return Class.forName(type.getClassName(), false, loader)
                    .isAssignableFrom(Class.forName(model.replace('/', '.'), false, loader));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    protected MethodVisitor createMethodRemapper(MethodVisitor next) {
        return new Methods(next);
    }

    private final class Methods extends MethodRemapper {
        Methods(MethodVisitor next) {
            super(Opcodes.ASM9, next, names);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String mapped = names.mapMethodDesc(descriptor);
            String model = library.model(owner);
            if (model != null) {
                if (!members(model).contains(name + mapped)) {
                    missing(owner.replace('/', '.') + "." + name + " has no model");
                }
            } else if (isInheritedAndMissing(owner, name, descriptor, mapped)) {
                missing(owner.replace('/', '.') + "." + name + ", of a class of the library, has no model");
            } else if (!mapped.equals(descriptor) && !ours(owner)) {
                outside(opcode, owner, name, descriptor, isInterface);
                return;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            String model = library.model(owner);
            if (model != null && !hasField(model, name)) {
                missing(owner.replace('/', '.') + "." + name + " has no model");
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        /** Returns true if a class of the program inherits a method from one of the library whose model lacks it. */
        private boolean isInheritedAndMissing(String owner, String name, String descriptor, String mapped) {
            String declarer = hierarchy.find(owner) == null || name.equals("<init>")
                    ? null
                    : hierarchy.libraryOwner(owner, name + descriptor);
            String model = declarer == null ? null : library.model(declarer);
            return declarer != null
                    && model != null
                    && !members(model).contains(name + mapped)
                    && members(declarer).contains(name + descriptor);
        }

        /**
         * Calls of our own bridges are written in the models' terms already; the program's classes are renamed alike,
         * and a variable handle takes whatever the variable is of.
         */
        private boolean ours(String owner) {
            return owner.startsWith("bouncer/engine/")
                    || owner.startsWith("[")
                    || owner.equals("java/lang/invoke/VarHandle")
                    || hierarchy.find(owner) != null;
        }

        private void missing(String what) {
            mv.visitLdcInsn(what);
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, AddedNames.HOOKS, "missing", "(Ljava/lang/String;)V", false);
        }

        private void outside(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean fits = true;
            for (Type type : Type.getArgumentTypes(descriptor)) {
                fits &= fits(type);
            }
            if (!fits) {
                missing("the program hands a model to " + owner.replace('/', '.') + "." + name
                        + ", which only takes the library's own class");
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            Type result = Type.getReturnType(descriptor);
            String renamed = result.getSort() == Type.OBJECT ? library.model(result.getInternalName()) : null;
            if (renamed != null) {
                mv.visitTypeInsn(Opcodes.CHECKCAST, renamed);
            }
        }

        /** Returns true if the model of a type is also of that type. */
        private boolean fits(Type type) {
            if (type.getSort() == Type.OBJECT && library.isRelocated(type.getInternalName())) {
                return false;
            }
            String model = type.getSort() == Type.OBJECT ? library.model(type.getInternalName()) : null;
            if (model == null) {
                return type.getSort() != Type.ARRAY
                        || names.mapDesc(type.getDescriptor()).equals(type.getDescriptor());
            }
            return fitsModel(type);
        }
    }

    private static boolean hasField(String model, String name) {
        try {
            Class<?> type = Class.forName(model.replace('/', '.'), false, ModelRemapper.class.getClassLoader());
            return Arrays.stream(type.getFields())
                            .anyMatch(field -> field.getName().equals(name))
                    || Arrays.stream(type.getDeclaredFields())
                            .anyMatch(field -> field.getName().equals(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A model is named but not there", e);
        }
    }

    private static synchronized Set<String> members(String model) {
        return MEMBERS.computeIfAbsent(model, ModelRemapper::read);
    }

    private static Set<String> read(String model) {
        Set<String> found = new HashSet<>();
        try {
            Class<?> type = Class.forName(model.replace('/', '.'), false, ModelRemapper.class.getClassLoader());
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                found.add("<init>" + Type.getConstructorDescriptor(constructor));
            }
            collect(type, found);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A model is named but not there", e);
        }
        return found;
    }

    private static void collect(Class<?> type, Set<String> found) {
        for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
            found.add(((Executable) method).getName() + Type.getMethodDescriptor(method));
        }
        if (type.getSuperclass() != null) {
            collect(type.getSuperclass(), found);
        }
        for (Class<?> face : type.getInterfaces()) {
            collect(face, found);
        }
        if (type.isInterface()) {
            collect(Object.class, found);
        }
    }
}
