package bouncer.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine's packages form no circle, and its classes none of more than five. Nested classes count as a part of the outermost
 * one. The root package is left out of the first rule: its data types are used by all packages, and its entry points use them.
 */
class CirclesTest {
    private static final String ROOT = "bouncer.engine";
    private static final int LARGEST = 5;
    /** Models of executors refer to each other as the JDK's classes do whose API they have. */
    private static final String EXECUTORS = "bouncer.engine.library.Executors";

    private static final int LARGEST_OF_EXECUTORS = 14;

    /** Each class to those it depends on. */
    private static final Map<String, Set<String>> CLASSES = new TreeMap<>();

    private static final Map<String, Set<String>> PACKAGES = new TreeMap<>();

    @BeforeAll
    static void read() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        for (JavaClass each : classes) {
            JavaClass from = outermost(each);
            CLASSES.computeIfAbsent(from.getName(), key -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass to = outermost(dependency.getTargetClass().getBaseComponentType());
                if (to.getPackageName().startsWith(ROOT) && !to.getName().equals(from.getName())) {
                    CLASSES.get(from.getName()).add(to.getName());
                    edge(from.getPackageName(), to.getPackageName());
                }
            }
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CirclesTest::outermost).orElse(type);
    }

    private static void edge(String from, String to) {
        if (!from.equals(to) && !from.equals(ROOT) && !to.equals(ROOT)) {
            PACKAGES.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
        }
    }

    @Test
    void packagesFormNoCircle() {
        assertThat(PACKAGES).hasSizeGreaterThanOrEqualTo(12);
        assertThat(PACKAGES.values().stream().mapToInt(Set::size).sum()).isGreaterThan(40);
        assertThat(circles(PACKAGES)).isEmpty();
    }

    @Test
    void classesFormNoLargeCircle() {
        assertThat(CLASSES).hasSizeGreaterThan(200);
        assertThat(CLASSES.values().stream().mapToInt(Set::size).sum()).isGreaterThan(1_000);
        List<Set<String>> circles = circles(CLASSES);
        circles.stream()
                .max(Comparator.comparingInt(Set::size))
                .ifPresent(largest -> System.out.println(
                        "The largest circle of the engine has " + largest.size() + " classes: " + largest));
        for (Set<String> circle : circles) {
            assertThat(circle).hasSizeLessThanOrEqualTo(circle.contains(EXECUTORS) ? LARGEST_OF_EXECUTORS : LARGEST);
        }
    }

    @Test
    void theSchedulersKnowOnlyWhatTheyOrder() {
        assertThat(PACKAGES.get("bouncer.engine.schedule")).containsExactly("bouncer.engine.memory");
        assertThat(PACKAGES).doesNotContainKeys("bouncer.engine.memory", "bouncer.engine.spi", "bouncer.engine.jdk");
        assertThat(PACKAGES.get("bouncer.engine.run"))
                .containsExactly(
                        "bouncer.engine.carrier",
                        "bouncer.engine.memory",
                        "bouncer.engine.schedule",
                        "bouncer.engine.spi");
    }

    @Test
    void aCircleIsFound() {
        Map<String, Set<String>> graph =
                Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "d"), "d", Set.of("e"), "e", Set.of());
        assertThat(circles(graph)).containsExactly(Set.of("a", "b", "c"));
    }

    /** Strongly connected components of more than one node: two nodes are in the same one if each reaches the other. */
    private static List<Set<String>> circles(Map<String, Set<String>> graph) {
        Map<String, Set<String>> reached =
                graph.keySet().stream().collect(Collectors.toMap(node -> node, node -> reachable(graph, node)));
        List<Set<String>> circles = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String node : new TreeSet<>(graph.keySet())) {
            if (seen.add(node) && reached.get(node).contains(node)) {
                Set<String> circle = reached.get(node).stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(node))
                        .collect(Collectors.toCollection(TreeSet::new));
                seen.addAll(circle);
                circles.add(circle);
            }
        }
        return circles;
    }

    private static Set<String> reachable(Map<String, Set<String>> graph, String from) {
        Set<String> found = new TreeSet<>();
        List<String> left = new ArrayList<>(graph.getOrDefault(from, Set.of()));
        while (!left.isEmpty()) {
            String next = left.remove(left.size() - 1);
            if (found.add(next)) {
                left.addAll(graph.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }
}
