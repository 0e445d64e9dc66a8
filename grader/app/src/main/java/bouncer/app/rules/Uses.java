package bouncer.app.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Collects everything that one class file refers to, in code, declarations, signatures and annotations. Used by one
 * thread.
 */
final class Uses {
    private final List<Use> found = new ArrayList<>();
    private int line;

    private Uses() {}

    /** Returns everything that a class refers to, in the order of the class file, with duplicates. */
    static List<Use> in(ClassNode node) {
        Uses uses = new Uses();
        uses.declaration(node);
        node.fields.forEach(uses::field);
        node.methods.forEach(uses::method);
        return List.copyOf(uses.found);
    }

    /** Returns everything that a class refers to outside of its methods. */
    static List<Use> inDeclaration(ClassNode node) {
        Uses uses = new Uses();
        uses.declaration(node);
        node.fields.forEach(uses::field);
        return List.copyOf(uses.found);
    }

    /** Returns everything that a method refers to. */
    static List<Use> in(MethodNode method) {
        Uses uses = new Uses();
        uses.method(method);
        return List.copyOf(uses.found);
    }

    private void declaration(ClassNode node) {
        line = firstLine(node);
        type(node.superName);
        node.interfaces.forEach(this::type);
        signature(node.signature);
        annotations(node.visibleAnnotations);
        annotations(node.invisibleAnnotations);
        annotations(node.visibleTypeAnnotations);
        annotations(node.invisibleTypeAnnotations);
        if (node.permittedSubclasses != null) {
            node.permittedSubclasses.forEach(this::type);
        }
        if (node.recordComponents != null) {
            for (RecordComponentNode component : node.recordComponents) {
                descriptor(component.descriptor);
                signature(component.signature);
                annotations(component.visibleAnnotations);
            }
        }
    }

    private static int firstLine(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LineNumberNode number) {
                    return number.line;
                }
            }
        }
        return 0;
    }

    private void field(FieldNode field) {
        descriptor(field.desc);
        signature(field.signature);
        annotations(field.visibleAnnotations);
        annotations(field.invisibleAnnotations);
    }

    private void method(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
                break;
            }
        }
        descriptor(method.desc);
        signature(method.signature);
        method.exceptions.forEach(this::type);
        annotations(method.visibleAnnotations);
        annotations(method.invisibleAnnotations);
        annotations(method.visibleParameterAnnotations);
        annotations(method.invisibleParameterAnnotations);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            type(block.type);
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else {
                instruction(instruction);
            }
        }
    }

    private void instruction(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            member(call.owner, call.name, call.desc);
        } else if (instruction instanceof FieldInsnNode field) {
            member(field.owner, field.name, field.desc);
        } else if (instruction instanceof TypeInsnNode named) {
            type(named.desc);
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            descriptor(array.desc);
        } else if (instruction instanceof LdcInsnNode constant) {
            constant(constant.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            descriptor(dynamic.desc);
            bootstrap(dynamic.bsm);
            for (Object argument : dynamic.bsmArgs) {
                constant(argument);
            }
        }
    }

    private void constant(Object value) {
        if (value instanceof Type named) {
            descriptor(named.getDescriptor());
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            descriptor(dynamic.getDescriptor());
            bootstrap(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    /** Only the method is judged: the linkage types in its descriptor come from the compiler. */
    private void bootstrap(Handle handle) {
        found.add(new Use(handle.getOwner(), handle.getName(), Rules.BOOTSTRAP, line));
    }

    private void member(String owner, String name, String descriptor) {
        if (owner.startsWith("[")) {
            // The only method to call on an array is clone.
            descriptor(owner);
            return;
        }
        found.add(new Use(owner, name, descriptor, line));
        descriptor(descriptor);
    }

    private void type(@Nullable String internalName) {
        if (internalName == null) {
            return;
        }
        if (internalName.startsWith("[")) {
            descriptor(internalName);
        } else {
            found.add(Use.type(internalName, line));
        }
    }

    private void descriptor(String descriptor) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            for (Type argument : type.getArgumentTypes()) {
                descriptor(argument.getDescriptor());
            }
            descriptor(type.getReturnType().getDescriptor());
        } else if (type.getSort() == Type.ARRAY) {
            descriptor(type.getElementType().getDescriptor());
        } else if (type.getSort() == Type.OBJECT) {
            found.add(Use.type(type.getInternalName(), line));
        }
    }

    private void signature(@Nullable String signature) {
        if (signature == null) {
            return;
        }
        new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
            private String name = "";

            @Override
            public void visitClassType(String internalName) {
                name = internalName;
                type(internalName);
            }

            @Override
            public void visitInnerClassType(String inner) {
                name = name + "$" + inner;
                type(name);
            }
        });
    }

    private void annotations(@Nullable List<? extends AnnotationNode> annotations) {
        if (annotations != null) {
            annotations.forEach(annotation -> {
                descriptor(annotation.desc);
                values(annotation.values);
            });
        }
    }

    private void annotations(List<AnnotationNode> @Nullable [] parameters) {
        if (parameters != null) {
            for (List<AnnotationNode> annotations : parameters) {
                annotations(annotations);
            }
        }
    }

    private void values(@Nullable List<?> values) {
        if (values != null) {
            values.forEach(this::value);
        }
    }

    private void value(Object value) {
        if (value instanceof Type named) {
            descriptor(named.getDescriptor());
        } else if (value instanceof String[] constant) {
            descriptor(constant[0]);
        } else if (value instanceof AnnotationNode nested) {
            annotations(List.of(nested));
        } else if (value instanceof List<?> list) {
            values(list);
        }
    }
}
