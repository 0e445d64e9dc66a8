package bouncer.app.rules;

import bouncer.app.catalogue.Room;
import bouncer.checks.finding.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds every type a class file names: a remapper that renames nothing is asked about each of them, be it in a call, a
 * field, a descriptor, a lambda, a method reference, an annotation or a cast.
 */
final class ForbiddenUse {
    private ForbiddenUse() {}

    /** One forbidden type and the first line that names it; line 0 when only a declaration does. */
    record Use(String member, Location at) {}

    static List<Use> in(List<ClassNode> nodes, Room.ApiRules api) {
        Map<String, Use> uses = new LinkedHashMap<>();
        for (ClassNode node : nodes) {
            for (MethodNode method : node.methods) {
                int line = 0;
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof LineNumberNode number) {
                        line = number.line;
                        continue;
                    }
                    int here = line;
                    MethodNode one = new MethodNode();
                    instruction.accept(new org.objectweb.asm.commons.MethodRemapper(
                            one,
                            new Listener(api, name -> uses.putIfAbsent(name, new Use(name, Rules.at(node, here))))));
                }
            }
            // Fields, signatures and supertypes have no line of their own.
            node.accept(new ClassRemapper(
                    new ClassNode(),
                    new Listener(api, name -> uses.putIfAbsent(name, new Use(name, Rules.at(node, 0))))));
        }
        return List.copyOf(uses.values());
    }

    private static final class Listener extends Remapper {
        private final Room.ApiRules api;
        private final java.util.function.Consumer<String> forbidden;

        Listener(Room.ApiRules api, java.util.function.Consumer<String> forbidden) {
            this.api = api;
            this.forbidden = forbidden;
        }

        @Override
        public String map(String internalName) {
            String name = internalName.replace('/', '.');
            if (longest(api.forbidden(), name) > longest(api.allowed(), name)) {
                forbidden.accept(name);
            }
            return internalName;
        }

        private static int longest(List<String> prefixes, String name) {
            return prefixes.stream()
                    .filter(prefix -> prefix.endsWith(".")
                            ? name.startsWith(prefix)
                            : name.equals(prefix) || name.startsWith(prefix + "$"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(-1);
        }
    }
}
