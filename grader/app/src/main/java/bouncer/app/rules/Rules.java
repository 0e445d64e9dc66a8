package bouncer.app.rules;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Checks the compiled classes of a submission against the static rules, before any of them is loaded: what the exercise
 * forbids, and what no submission may use. Stateless.
 */
public final class Rules {
    /** The descriptor that marks a use as a bootstrap method. */
    static final String BOOTSTRAP = "(bootstrap)";

    private static final int MOST = 20;

    private Rules() {}

    /**
     * The result of the check.
     *
     * @param notStarted whether every method of the contract still throws the stub's exception
     * @param findings what is missing or forbidden
     * @param visibleJdk the names of the JDK classes that these classes may link against
     * @param classes the class files to run, by binary name with slashes: those of the submission, or if these use what
     *     is forbidden, what the contract reaches of them, in which reads of properties and environment variables are
     *     replaced by the answers of a plain machine
     */
    public record Seen(
            boolean notStarted, List<Finding> findings, List<String> visibleJdk, SortedMap<String, byte[]> classes) {
        public Seen {
            findings = List.copyOf(findings);
            visibleJdk = List.copyOf(visibleJdk);
        }
    }

    /**
     * Checks the classes of a submission. Code that the contract cannot reach is not judged, and is not among the
     * classes to run; in an exercise whose submissions start processes, a child process could reach it, so all is
     * judged.
     *
     * @param classes class files by binary name with slashes
     * @param exercise the exercise whose contract and rules apply
     * @param taken tests whether a binary name with slashes is that of a check or one of its helpers
     */
    public static Seen look(SortedMap<String, byte[]> classes, Exercise exercise, Predicate<String> taken) {
        AllowList allowed = AllowList.load(exercise.api().groups());
        List<ClassNode> nodes = parse(classes);
        List<Finding> misnamed = misnamed(nodes, exercise, taken);
        String wanted = exercise.className().replace('.', '/');
        ClassNode main =
                nodes.stream().filter(n -> n.name.equals(wanted)).findFirst().orElse(null);
        if (main == null) {
            List<Finding> findings = new ArrayList<>(misnamed);
            findings.add(new Finding.Unusable(
                    Fault.MISSING_MEMBER,
                    "The class " + exercise.className() + " is missing in "
                            + exercise.files().get(0) + "; it declares "
                            + String.join(", ", classes.keySet()).replace('/', '.'),
                    null));
            return new Seen(false, findings, List.of(), classes);
        }
        List<Finding> used = judge(nodes, exercise, allowed);
        SortedMap<String, byte[]> run = classes;
        if (!used.isEmpty() && !allowed.visible().contains(ProcessBuilder.class.getName())) {
            run = PlainMachine.in(
                    ReachableCode.of(classes, nodes, main, exercise.contract().members()));
            used = judge(parse(run), exercise, allowed);
        }
        List<Finding> findings = new ArrayList<>(misnamed);
        findings.addAll(Members.missing(main, exercise));
        findings.addAll(used);
        ClassNode judged = parse(run).stream()
                .filter(node -> node.name.equals(wanted))
                .findFirst()
                .orElse(main);
        return new Seen(
                StubDetector.isUntouched(judged),
                findings.subList(0, Math.min(MOST, findings.size())),
                allowed.visible(),
                run);
    }

    static List<ClassNode> parse(SortedMap<String, byte[]> classes) {
        List<ClassNode> nodes = new ArrayList<>();
        for (byte[] bytes : classes.values()) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            nodes.add(node);
        }
        return nodes;
    }

    private static List<Finding> misnamed(List<ClassNode> nodes, Exercise exercise, Predicate<String> taken) {
        List<Finding> findings = new ArrayList<>();
        for (ClassNode node : nodes) {
            if (exercise.packages().stream().noneMatch(own -> node.name.startsWith(own.replace('.', '/') + "/"))) {
                findings.add(refused(
                        "A class called " + node.name.replace('/', '.') + " is outside of the exercise's packages",
                        at(node, 0),
                        node.name));
            } else if (taken.test(node.name)) {
                findings.add(refused(
                        "A class of the checks is called " + node.name.replace('/', '.')
                                + ", too: give yours another name",
                        at(node, 0),
                        node.name));
            }
        }
        return findings;
    }

    /** Returns what these classes use and declare although it is not permitted. */
    static List<Finding> judge(List<ClassNode> nodes, Exercise exercise, AllowList allowed) {
        Permissions permissions = new Permissions(allowed, nodes);
        List<Finding> findings = new ArrayList<>(uses(nodes, exercise, permissions));
        nodes.forEach(node -> findings.addAll(Declarations.refused(node, permissions)));
        return findings;
    }

    private static List<Finding> uses(List<ClassNode> nodes, Exercise exercise, Permissions permissions) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        Reasons reasons = new Reasons();
        for (ClassNode node : nodes) {
            for (Use use : Uses.in(node)) {
                Location at = at(node, use.line());
                String owner = use.ownerName();
                boolean linkage = use.descriptor().equals(BOOTSTRAP);
                if (!linkage && !permissions.isOwn(use.owner()) && ExerciseRules.forbids(exercise.api(), owner)) {
                    findings.putIfAbsent(
                            owner,
                            refused(
                                    owner + " may not be used here. "
                                            + exercise.api().reason(),
                                    at,
                                    owner));
                } else if (!permissions.allows(use)) {
                    String name = use.member().isEmpty() ? owner : owner + "." + use.member();
                    String said = name.replace(".<init>", " (this constructor)");
                    // A finding about the class alone is removed below if there is one about a member, which says more.
                    findings.putIfAbsent(
                            name, refused(said + " may not be used in a submission. " + reasons.of(name), at, name));
                }
            }
        }
        findings.keySet().removeIf(name -> findings.keySet().stream().anyMatch(other -> other.startsWith(name + ".")));
        return List.copyOf(findings.values());
    }

    /**
     * Returns a finding about a use or a declaration that is not permitted.
     *
     * @param member the name of the class or member
     */
    static Finding refused(String message, Location at, String member) {
        return new Finding.ForbiddenApi(Fault.FORBIDDEN_API, message.strip(), at, member);
    }

    /** Returns the location of a line in the source of a class; line 0 means the file. */
    static Location at(ClassNode node, int line) {
        int slash = node.name.lastIndexOf('/');
        String file = node.sourceFile == null ? "?" : node.sourceFile;
        return new Location(node.name.substring(0, slash + 1) + file, line);
    }
}
