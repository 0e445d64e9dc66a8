package bouncer.app.lesson;

import bouncer.app.catalogue.Room;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Where a contract has a single method, whatever was answered wrongly was answered by it. Stateless. */
final class OnlyMethod {
    private OnlyMethod() {}

    /** Says in which method to look and where it begins; empty when there are several, or the class has it not. */
    static Optional<String> where(Room room, Collection<byte[]> classes) {
        List<String> members = room.members();
        if (members.size() != 1) {
            return Optional.empty();
        }
        String name = members.get(0).replaceFirst("\\(.*", "").replaceFirst(".* ", "");
        return MethodFlow.read(classes).stream()
                .filter(flow -> flow.owner.name.equals(room.className().replace('.', '/')))
                .filter(flow -> flow.method.name.equals(name))
                .findFirst()
                .flatMap(flow -> firstLine(flow)
                        .map(line -> "in " + name + ", which begins at "
                                + room.files().get(0) + ":" + line + ", or in what it calls"));
    }

    private static Optional<Integer> firstLine(MethodFlow flow) {
        for (AbstractInsnNode node : flow.method.instructions) {
            if (node instanceof LineNumberNode line) {
                return Optional.of(line.line);
            }
        }
        return Optional.empty();
    }
}
