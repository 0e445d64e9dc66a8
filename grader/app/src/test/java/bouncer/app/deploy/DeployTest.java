package bouncer.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import bouncer.app.handout.WorkflowTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions for other engines: each is read as what it claims to be, and its own command is run with a stand-in. */
class DeployTest {
    private static final Path DEPLOY = Path.of("../../deploy");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path home;

    @BeforeEach
    void standIn() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).as("a shell").isTrue();
        for (String place : List.of("bouncer", "grader")) {
            Path script = Files.createDirectories(home.resolve(place)).resolve("bouncer");
            Files.writeString(script, "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void kubernetesGivesEachIndexItsShardAndWholeProcessors() throws Exception {
        JsonNode job =
                YAML.readTree(DEPLOY.resolve("kubernetes/grade-class.yaml").toFile());
        JsonNode spec = job.path("spec");
        assertThat(job.path("kind").asText()).isEqualTo("Job");
        assertThat(spec.path("completionMode").asText()).isEqualTo("Indexed");
        JsonNode container =
                spec.path("template").path("spec").path("containers").path(0);
        JsonNode resources = container.path("resources");
        assertThat(resources.path("requests")).isEqualTo(resources.path("limits"));
        assertThat(resources.path("limits").path("cpu").asText()).matches("[1-9]\\d*");
        int shards = container.path("env").path(0).path("value").asInt();
        assertThat(spec.path("completions").asInt()).isEqualTo(shards);
        for (int index : new int[] {0, shards - 1}) {
            List<String> words = run(
                    List.of("/bin/sh", "-c", container.path("args").path(0).asText()),
                    Map.of("SHARDS", "" + shards, "WORK", home.toString(), "JOB_COMPLETION_INDEX", "" + index));
            assertThat(words)
                    .containsExactly(
                            "batch",
                            home + "/class",
                            "--out",
                            home + "/out/shard-" + index,
                            "--shard",
                            (index + 1) + "/" + shards,
                            "--jobs",
                            "2");
        }
    }

    @Test
    void slurmGivesEachTaskItsShard() throws Exception {
        Path script = DEPLOY.resolve("slurm/grade-class.sbatch");
        assertThat(Files.readString(script)).contains("#SBATCH --hint=nomultithread", "--cpu-bind=cores");
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).as("bash").isTrue();
        List<String> words = run(
                List.of("/bin/bash", script.toAbsolutePath().toString()),
                Map.of(
                        "BOUNCER",
                        home.resolve("bouncer/bouncer").toString(),
                        "CLASS",
                        "a class",
                        "OUT",
                        "out",
                        "SLURM_ARRAY_TASK_ID",
                        "3",
                        "SLURM_ARRAY_TASK_COUNT",
                        "8",
                        "SLURM_CPUS_PER_TASK",
                        "4"));
        assertThat(words).containsExactly("batch", "a class", "--out", "out/shard-3", "--shard", "3/8", "--jobs", "4");
    }

    @Test
    void theActionsMatrixGradesAndMerges() throws Exception {
        JsonNode jobs = YAML.readTree(
                        DEPLOY.resolve("github-actions/grade-class.yml").toFile())
                .path("jobs");
        String grade = step(jobs.path("shard"), "Grade");
        assertThat(run(List.of("/bin/sh", "-c", grade), Map.of("SHARD", "2/4")))
                .containsExactly("batch", "class", "--out", "out", "--shard", "2/4");
        Files.createDirectories(home.resolve("shards/shard-1"));
        Files.createDirectories(home.resolve("shards/shard-2"));
        String merge = step(jobs.path("merge"), "Merge")
                .lines()
                .filter(line -> line.contains(" merge "))
                .findFirst()
                .orElseThrow();
        assertThat(run(List.of("/bin/sh", "-c", merge), Map.of()))
                .containsExactly("merge", "shards/shard-1", "shards/shard-2", "--out", "merged");
    }

    @Test
    void theStudentsWorkflowSaysWhatWasFoundAndNothingElse() throws Exception {
        String text = WorkflowTemplate.text()
                .replace("{{url}}", "https://example.org/x.zip")
                .replace("{{sha256}}", "0".repeat(64))
                .replace("{{exercises}}", "--exercise a");
        JsonNode workflow = YAML.readTree(text);
        JsonNode job = workflow.path("jobs").path("grade");
        assertThat(workflow.path("permissions").path("contents").asText()).isEqualTo("read");
        assertThat(job.path("steps")
                        .path(0)
                        .path("with")
                        .path("persist-credentials")
                        .asBoolean(true))
                .isFalse();
        // A stand-in that writes each report it is asked for, and a board with a forged command in it.
        Files.writeString(home.resolve("grader/bouncer"), """
                #!/bin/sh
                for word in "$@"; do case $word in *=*) echo "${word%%=*}" >"${word#*=}" ;; esac; done
                echo '{}' >report.json
                echo '::error::forged'
                exit 1
                """);
        List<String> lines = run(
                List.of("/bin/sh", "-e", "-c", step(job, "Grade")),
                Map.of(
                        "GITHUB_STEP_SUMMARY",
                        home.resolve("step-summary").toString(),
                        "GITHUB_ENV",
                        home.resolve("step-env").toString()));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).matches("::stop-commands::[a-zA-Z0-9]{16,}");
        assertThat(lines.get(2)).isEqualTo("::" + lines.get(0).replace("::stop-commands::", "") + "::");
        assertThat(lines.get(3)).isEqualTo("annotations");
        assertThat(home.resolve("step-summary")).hasContent("summary");
        assertThat(home.resolve("step-env")).hasContent("classroom");
    }

    private static String step(JsonNode job, String name) {
        return StreamSupport.stream(job.path("steps").spliterator(), false)
                .filter(step -> step.path("name").asText().equals(name))
                .map(step -> step.path("run").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> run(List<String> command, Map<String, String> environment) throws Exception {
        Path out = Files.createTempFile(home, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("SLURM_JOB_ID");
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor()).as("%s", Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }
}
