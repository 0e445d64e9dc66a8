package bouncer.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Call;
import bouncer.checks.Fault;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may depend on which. The rules also assert that they saw classes, so that none passes on an empty set. */
class HouseRulesTest {
    private static final JavaClasses GRADER = new ClassFileImporter()
            .importPaths(
                    Path.of("../engine/target/classes"),
                    Path.of("../checks/target/classes"),
                    Path.of("../worker/target/classes"),
                    Path.of("target/classes"));

    private static final DescribedPredicate<JavaAccess<?>> SPEAKS_OR_EXITS = describe(
            "writes to the console or ends the process",
            access -> (access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err", "exit", "setOut", "setErr").contains(access.getName()))
                    || (access.getTargetOwner().isEquivalentTo(Runtime.class)
                            && Set.of("exit", "halt").contains(access.getName())));

    private static final DescribedPredicate<JavaAccess<?>> LOADS_OR_RUNS_CODE = describe(
            "loads classes or runs them by reflection",
            access -> access.getTargetOwner().isAssignableTo(ClassLoader.class)
                            && access.getName().equals("<init>")
                    || access.getTargetOwner().isEquivalentTo(Class.class)
                            && access.getName().equals("forName")
                    || access.getName().startsWith("defineClass")
                    || access.getName().equals("defineHiddenClass")
                    || access.getTargetOwner().getName().equals("java.lang.reflect.Method")
                            && access.getName().equals("invoke")
                    || access.getTargetOwner().getName().equals("java.lang.reflect.Constructor")
                            && access.getName().equals("newInstance"));

    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void everyPackageWasImported() {
        for (String name : List.of(
                "bouncer.engine",
                "bouncer.checks",
                "bouncer.checks.definition",
                "bouncer.checks.result",
                "bouncer.checks.junit",
                "bouncer.worker.wire",
                "bouncer.worker",
                "bouncer.app.batch",
                "bouncer.app.catalogue",
                "bouncer.app.cli",
                "bouncer.app.compile",
                "bouncer.app.grading",
                "bouncer.app.report",
                "bouncer.app.rules",
                "bouncer.app.sandbox",
                "bouncer.app.submission",
                "bouncer.app.verdict")) {
            assertThat(GRADER.that(resideInAPackage(name + ".."))).as(name).isNotEmpty();
        }
        assertThat(GRADER).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @CsvSource({"bouncer.checks, 4", "bouncer.worker, 7", "bouncer.app, 12"})
    void noPackagesOfAModuleDependOnEachOtherInACircle(String module, int leastPackages) {
        JavaClasses classes = GRADER.that(resideInAPackage(module + ".."));
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .as("packages of %s", module)
                .hasSizeGreaterThanOrEqualTo(leastPackages);
        assertThat(classes.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(to -> to.getTargetClass().getPackageName().startsWith(module)
                                && !to.getTargetClass()
                                        .getPackageName()
                                        .equals(to.getOriginClass().getPackageName())))
                .as("dependencies between packages of %s", module)
                .isNotEmpty();
        SlicesRuleDefinition.slices()
                .assignedFrom(PACKAGES)
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void theEngineKnowsTheJdkAndAsmAndNothingOfGrading() {
        classes()
                .that(resideInAPackage("bouncer.engine.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "bouncer.engine..", "java..", "jdk..", "sun..", "org.objectweb.asm..", "org.jspecify.."))
                .check(GRADER);
    }

    @Test
    void checksAndTheWorkerDoNotKnowTheApp() {
        noClasses()
                .that(resideInAnyPackage("bouncer.checks..", "bouncer.worker.."))
                .should()
                .dependOnClassesThat(resideInAPackage("bouncer.app.."))
                .check(GRADER);
    }

    @Test
    void theCheckApiKnowsNeitherWorkerNorEngine() {
        noClasses()
                .that(resideInAPackage("bouncer.checks.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("bouncer.worker..", "bouncer.engine.."))
                .check(GRADER);
    }

    @Test
    void findingsImportNothing() {
        classes()
                .that(resideInAPackage("bouncer.checks.result"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "bouncer.checks.result", "java.lang..", "java.util", "org.jspecify..")
                        .or(describe(
                                "data of the check API",
                                type -> Set.of(Fault.class, Call.class).stream().anyMatch(type::isEquivalentTo))))
                .check(GRADER);
    }

    @Test
    void verdictsArePure() {
        classes()
                .that(resideInAPackage("bouncer.app.verdict"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "bouncer.app.verdict",
                        "bouncer.checks",
                        "bouncer.checks.result",
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "org.jspecify.."))
                .andShould()
                .onlyDependOnClassesThat(not(describe(
                        "clocks, threads or processes",
                        type -> Set.of("Thread", "Process", "ProcessHandle", "Runtime", "Random")
                                .contains(type.getSimpleName()))))
                .check(GRADER);
    }

    @Test
    void reportsKnowOnlyWhatTheySay() {
        noClasses()
                .that(resideInAPackage("bouncer.app.report"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "bouncer.app.grading..",
                        "bouncer.app.sandbox..",
                        "bouncer.app.cli..",
                        "bouncer.app.batch..",
                        "bouncer.worker.."))
                .check(GRADER);
    }

    @Test
    void onlyTheCommandLineSpeaksAndExits() {
        noClasses()
                .that(resideInAnyPackage("bouncer.app..", "bouncer.engine.."))
                .and(not(resideInAPackage("bouncer.app.cli..")))
                // The compiler child's main class: a process of its own, whose standard output is its channel.
                .and(not(HasName.Predicates.name("bouncer.app.compile.CompilerMain")))
                .should()
                .accessTargetWhere(SPEAKS_OR_EXITS)
                .check(GRADER);
        noClasses()
                .that(resideInAnyPackage("bouncer.checks..", "bouncer.worker.."))
                .and(not(resideInAPackage("bouncer.worker")))
                .should()
                .accessTargetWhere(SPEAKS_OR_EXITS)
                .check(GRADER);
        assertThat(GRADER.that(resideInAPackage("bouncer.app.cli..")).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(SPEAKS_OR_EXITS))
                .as("the rule can see what it forbids")
                .isNotEmpty();
    }

    @Test
    void theAppNeverLoadsStudentCode() {
        DescribedPredicate<JavaClass> readsChecks = describe(
                "reads the annotations of checks, which are ours",
                type -> type.getPackageName().equals("bouncer.app.catalogue")
                        && Set.of("CheckReader", "CompiledChecks").contains(outermost(type)));
        noClasses()
                .that(resideInAPackage("bouncer.app.."))
                .and(not(readsChecks))
                // Looks at JDK classes without running anything of them, to find where a member is declared.
                .and(not(HasName.Predicates.name("bouncer.app.rules.Permissions")))
                .should()
                .accessTargetWhere(LOADS_OR_RUNS_CODE)
                .check(GRADER);
        assertThat(GRADER.that(readsChecks).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(LOADS_OR_RUNS_CODE))
                .as("the rule can see what it forbids")
                .isNotEmpty();
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceAll("\\$.*", "");
    }
}
