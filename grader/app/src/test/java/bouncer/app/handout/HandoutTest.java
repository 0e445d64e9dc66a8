package bouncer.app.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.Version;
import bouncer.worker.submission.Hashes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class HandoutTest {
    private static final Path SOLUTIONS = Path.of("../../solutions");

    @TempDir
    private static Path home;

    private static Path exercises;
    private static Path template;
    private static Path bundles;
    private static List<Exercise> chosen;

    @BeforeAll
    static void handOut() throws IOException {
        exercises = TestHome.make(home.resolve("project"));
        GradingService service = GradingService.open(exercises);
        chosen = service.catalog().exercises().subList(3, 5);
        for (Exercise exercise : chosen) {
            solve(exercises.resolve(exercise.slug()), exercise);
        }
        template = home.resolve("template");
        bundles = home.resolve("bundles");
        Path hidden =
                Files.createDirectories(home.resolve("own/" + chosen.get(0).slug()));
        Files.writeString(hidden.resolve("SecretChecks.java"), "class SecretChecks {}");
        Handout.write(
                service, chosen, template, bundles, "https://example.org/bouncer-grader.zip", home.resolve("own"));
    }

    @Test
    void itHasOnlyTheChosenExercisesAsStubs() throws IOException {
        List<String> found = names(template.resolve("exercises"));
        assertThat(found)
                .containsExactlyInAnyOrder(chosen.get(0).slug(), chosen.get(1).slug(), "all", "pom.xml");
        for (Exercise exercise : chosen) {
            Path sources = template.resolve("exercises/" + exercise.slug() + "/src");
            for (String file : exercise.files()) {
                assertThat(sources.resolve("main/java").resolve(file))
                        .hasSameTextualContentAs(sources.resolve("stub/java").resolve(file));
            }
        }
    }

    @Test
    void noSolutionIsInIt() throws IOException {
        Set<String> solutions = new HashSet<>();
        for (Path file : files(SOLUTIONS)) {
            if (file.toString().endsWith(".java")) {
                solutions.add(Files.readString(file).strip());
            }
        }
        assertThat(solutions).hasSizeGreaterThan(100);
        List<Path> handedOut = files(template);
        assertThat(handedOut).hasSizeGreaterThan(30);
        for (Path file : handedOut) {
            assertThat(Tree.slashes(template.relativize(file)))
                    .doesNotContainIgnoringCase("/solutions/", "/mistakes/", "/reference/");
            if (file.toString().endsWith(".java")) {
                assertThat(solutions).doesNotContain(Files.readString(file).strip());
            }
        }
        for (String bundle : List.of("bouncer-grader.zip", "classroom50.zip", "gradescope.zip")) {
            for (String name : zip(bundle).keySet()) {
                assertThat(name).doesNotContainIgnoringCase("solutions/", "mistakes/", "reference/");
            }
        }
    }

    /** Solves an exercise as an instructor in an IDE does, which compiles it into the usual directory. */
    private static void solve(Path directory, Exercise exercise) throws IOException {
        Path reference = SOLUTIONS.resolve(exercise.slug()).resolve("reference");
        for (String file : exercise.files()) {
            Path source = directory.resolve("src/main/java").resolve(file);
            Files.copy(reference.resolve(file), source, StandardCopyOption.REPLACE_EXISTING);
            Path classes = Files.createDirectories(directory.resolve("target/classes"));
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
                    .isZero();
        }
    }

    /** The handout contains neither the sources nor the compiled classes of the instructor's solutions. */
    @Test
    void noCompiledSolutionIsInIt() throws IOException {
        for (Exercise exercise : chosen) {
            String compiled = exercise.files().get(0).replace(".java", ".class");
            assertThat(exercises
                            .resolve(exercise.slug())
                            .resolve("target/classes")
                            .resolve(compiled))
                    .exists();
            assertThat(files(template)).noneMatch(file -> file.endsWith(compiled));
            for (String bundle : List.of("bouncer-grader.zip", "classroom50.zip", "gradescope.zip")) {
                assertThat(zip(bundle).keySet()).noneMatch(name -> name.endsWith(compiled));
            }
        }
    }

    @Test
    void itsPomsAreXmlAndNameTheGraderThatIsInIt() throws Exception {
        Document root = xml(template.resolve("pom.xml"));
        String version = root.getElementsByTagName("revision").item(0).getTextContent();
        assertThat(version).startsWith(Version.CURRENT + "-").matches(".*-[0-9a-f]{10}");
        assertThat(root.getElementsByTagName("module").getLength()).isEqualTo(1);
        List<String> slugs = chosen.stream().map(Exercise::slug).toList();
        assertThat(texts(xml(template.resolve("exercises/pom.xml")), "module"))
                .containsExactly(slugs.get(0), slugs.get(1), "all");
        assertThat(texts(xml(template.resolve("exercises/all/pom.xml")), "artifactId"))
                .containsAll(slugs)
                .doesNotContain(exercise(0).slug());
        for (String slug : slugs) {
            assertThat(texts(xml(template.resolve("exercises/" + slug + "/pom.xml")), "artifactId"))
                    .contains(slug);
        }
        for (String artifact : List.of(
                "bouncer",
                "bouncer-grader",
                "bouncer-engine",
                "bouncer-checks",
                "bouncer-clients",
                "bouncer-worker",
                "bouncer-app")) {
            Path directory = template.resolve("grader/repository/io/github/bouncer/" + artifact + "/" + version);
            Document pom = xml(directory.resolve(artifact + "-" + version + ".pom"));
            assertThat(pom.getElementsByTagName("version").item(0).getTextContent())
                    .isEqualTo(version);
            if (!artifact.equals("bouncer") && !artifact.equals("bouncer-grader")) {
                assertThat(directory.resolve(artifact + "-" + version + ".jar")).isNotEmptyFile();
            }
        }
    }

    /**
     * The build needs only the grader's own repository; everything else is in the local repository of the running
     * build.
     */
    @Test
    void itsMavenBuildRunsFromTheRepositoryInIt() throws Exception {
        assumeThat(found("sh")).as("sh").isTrue();
        Path copy = home.resolve("copy");
        for (Path file : files(template)) {
            Path target = copy.resolve(template.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Path log = home.resolve("maven.log");
        String local = System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
        Process process = new ProcessBuilder(
                        "sh",
                        "mvnw",
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + home.resolve("repository"),
                        "-Dmaven.repo.local.tail=" + local,
                        "test")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(log)
                .content()
                .contains("0 of 2 accepted", chosen.get(0).slug(), chosen.get(1).slug())
                .doesNotContain("WARNING", "ERROR");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theWorkflowPinsTheBundleByItsHash() throws IOException {
        String workflow = Files.readString(template.resolve(".github/workflows/bouncer.yml"));
        String hash = Hashes.sha256(Files.readAllBytes(bundles.resolve("bouncer-grader.zip")));
        assertThat(workflow)
                .contains("GRADER_SHA256: " + hash)
                .contains("GRADER_URL: https://example.org/bouncer-grader.zip");
        assertThat(workflow)
                .contains("--exercise " + chosen.get(0).slug())
                .doesNotContain("{{url", "{{sha", "{{exercises");
    }

    @Test
    void theBundlesHaveEverythingForGrading() throws IOException {
        for (String bundle : List.of("bouncer-grader.zip", "classroom50.zip", "gradescope.zip")) {
            Set<String> names = zip(bundle).keySet();
            assertThat(names)
                    .contains(
                            "lib/bouncer-app.jar",
                            "lib/bouncer-checks.jar",
                            "lib/bouncer-clients.jar",
                            "lib/bouncer-worker.jar",
                            "lib/bouncer-engine.jar",
                            "bouncer");
            assertThat(names)
                    .anyMatch(
                            name -> name.startsWith("exercises/" + chosen.get(0).slug() + "/target/test-classes/")
                                    && name.endsWith(".class"))
                    .noneMatch(name -> name.contains(exercise(0).slug()));
            assertThat(names).contains("exercises/" + chosen.get(0).slug() + "/exercise.toml");
        }
        assertThat(zip("classroom50.zip")).containsKey("autograder.py");
        assertThat(zip("gradescope.zip")).containsKeys("setup.sh", "run_autograder");
    }

    @Test
    void hiddenChecksAreOnlyWhereStudentsDoNotLook() throws IOException {
        String secret = "hidden/" + chosen.get(0).slug() + "/SecretChecks.java";
        assertThat(zip("classroom50.zip")).containsKey(secret);
        assertThat(zip("gradescope.zip")).containsKey(secret);
        assertThat(zip("bouncer-grader.zip")).doesNotContainKey(secret);
        assertThat(files(template)).noneMatch(file -> file.toString().contains("SecretChecks"));
    }

    @Test
    void theSameProjectGivesTheSameBundle() throws IOException {
        Path again = home.resolve("again.zip");
        Bundles.grader(GradingService.open(exercises), chosen).writeToZip(again);
        assertThat(Hashes.sha256(Files.readAllBytes(again)))
                .isEqualTo(Hashes.sha256(Files.readAllBytes(bundles.resolve("bouncer-grader.zip"))));
    }

    @Test
    void theAutograderAlwaysLeavesAValidResult() throws Exception {
        assumeThat(found("python3")).as("python3").isTrue();
        Path bundle = Files.createDirectories(home.resolve("broken"));
        Files.write(bundle.resolve("autograder.py"), zip("classroom50.zip").get("autograder.py"));
        Path checkout = Files.createDirectories(home.resolve("checkout"));
        Files.createDirectories(checkout.resolve("result.json/a-directory-of-the-students"));
        Process process = new ProcessBuilder(
                        "python3", bundle.resolve("autograder.py").toString())
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("python.log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        JsonNode result =
                new ObjectMapper().readTree(checkout.resolve("result.json").toFile());
        assertThat(result.path("schema").asText()).isEqualTo("classroom50/result/v1");
        assertThat(result.path("score").isInt()).isTrue();
        assertThat(result.path("max-score").intValue())
                .isEqualTo(chosen.stream().mapToInt(Exercise::points).sum());
        assertThat(result.path("tests").path(0).path("output").asText()).contains("no verdict on your work");
        assertThat(result.path("submission").asText()).startsWith("submit/");
    }

    @Test
    void gradescopesWrapperAlwaysLeavesAValidResult() throws Exception {
        assumeThat(found("bash")).as("bash").isTrue();
        Path root = Files.createDirectories(home.resolve("gradescope"));
        Path run = root.resolve("run_autograder");
        Files.write(run, zip("gradescope.zip").get("run_autograder"));
        ProcessBuilder builder = new ProcessBuilder("bash", run.toString()).inheritIO();
        builder.environment().put("BOUNCER_AUTOGRADER", root.toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        JsonNode result =
                new ObjectMapper().readTree(root.resolve("results/results.json").toFile());
        assertThat(result.path("score").intValue()).isZero();
        assertThat(result.path("output").asText()).contains("no verdict on your work");
    }

    private static boolean found(String command) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static Exercise exercise(int index) {
        return Catalogue.load(exercises).get(index);
    }

    private static List<String> texts(Document pom, String tag) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pom.getElementsByTagName(tag).getLength(); i++) {
            texts.add(pom.getElementsByTagName(tag).item(i).getTextContent());
        }
        return texts;
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static TreeMap<String, byte[]> zip(String name) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(bundles.resolve(name)));
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        return files;
    }
}
