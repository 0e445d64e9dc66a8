package bouncer.worker.submission;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** Lists the classes that a class file can link to, from its constant pool. Stateless. */
public final class Links {
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private Links() {}

    /**
     * Returns the classes that the JVM may resolve for this class: those that it names, and those in the descriptors of
     * what it calls.
     *
     * @return binary names with dots, without arrays and primitive types
     */
    public static Set<String> of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            // A long or a double takes two entries.
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (tag == CLASS) {
                add(Type.getObjectType(reader.readUTF8(item, buffer)), names);
            } else if (tag == METHOD_TYPE) {
                add(Type.getType(reader.readUTF8(item, buffer)), names);
            } else if (tag == NAME_AND_TYPE) {
                add(Type.getType(reader.readUTF8(item + 2, buffer)), names);
            }
        }
        return names;
    }

    private static void add(Type type, Set<String> names) {
        switch (type.getSort()) {
            case Type.ARRAY -> add(type.getElementType(), names);
            case Type.OBJECT -> names.add(type.getClassName());
            case Type.METHOD -> {
                add(type.getReturnType(), names);
                for (Type argument : type.getArgumentTypes()) {
                    add(argument, names);
                }
            }
            default -> {
                return; // a primitive type
            }
        }
    }
}
