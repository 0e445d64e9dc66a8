package bouncer.app.diagnosis;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Location;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Names the called method if no line of it is known to be wrong. Stateless. */
final class CalledMethod {
    private CalledMethod() {}

    /**
     * Names the only method of a contract, which must have given a wrong answer, and where it begins. Returns empty if
     * the contract has several methods or the class lacks the method.
     */
    static Optional<String> only(Exercise exercise, Collection<byte[]> classes) {
        List<String> members = exercise.contract().members();
        if (members.size() != 1) {
            return Optional.empty();
        }
        String name = members.get(0).replaceFirst("\\(.*", "").replaceFirst(".* ", "");
        return MethodFlow.read(classes).stream()
                .filter(flow -> flow.owner.name.equals(exercise.className().replace('.', '/')))
                .filter(flow -> flow.method.name.equals(name))
                .findFirst()
                .flatMap(flow -> Optional.ofNullable(begin(flow)))
                .map(begin -> "`" + name + "`, which begins at " + begin + ", or a method that it calls");
    }

    /** Names the method that begins at this place; empty if none does. */
    static Optional<String> at(Location place, Collection<byte[]> classes) {
        return MethodFlow.read(classes).stream()
                .filter(flow -> !flow.isConstructor() && place.equals(begin(flow)))
                .findFirst()
                .map(flow -> "`" + flow.method.name + "`, which begins at " + place);
    }

    private static @Nullable Location begin(MethodFlow flow) {
        for (AbstractInsnNode node : flow.method.instructions) {
            if (node instanceof LineNumberNode line) {
                String folder = flow.owner.name.substring(0, flow.owner.name.lastIndexOf('/') + 1);
                return new Location(folder + flow.owner.sourceFile, line.line);
            }
        }
        return null;
    }
}
