package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.TestHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and rows of {@code bouncer batch} and {@code bouncer merge}. */
class BatchCommandTest {
    private static final String COUNTER = "counter/ThreadSafeCounter.java";
    private static final String FLAT = "ThreadSafeCounter.java";

    @TempDir
    private static Path home;

    private static Cli bouncer;
    private static String right;
    private static String wrong;

    @TempDir
    private Path temp;

    private Path directory;

    @BeforeAll
    static void build() throws IOException {
        bouncer = new Cli(TestHome.make(home));
        right = Files.readString(Path.of("../../solutions/04-counter/reference").resolve(COUNTER));
        wrong = Files.readString(
                Path.of("../../solutions/04-counter/mistakes/lost-update").resolve(COUNTER));
    }

    /**
     * Grades a class with one odd entry of each kind, and writes the table of rows to {@code target/odd-entries.md}.
     */
    @Test
    void oneOfEachOddEntryHasARowOfItsOwnAndASentence() throws Exception {
        makeOddClass();
        Path out = temp.resolve("out");
        Cli.Ended ended =
                bouncer.run("batch", directory.toString(), "--out", out.toString(), "--exercise", "04-counter");
        Map<String, String> rows = rows(out);
        writeTable(rows, out, ended.code());
        assertThat(ended.code()).as(ended.all()).isEqualTo(2);
        for (String user : List.of(
                "ANNA",
                "anna",
                "con",
                "flat",
                "download-copy",
                "single-java-file.java",
                "canvasada",
                "Moodle Ada",
                "sakai",
                "tar-gz",
                "tgz",
                "zip",
                "zip-in-zip",
                "wrapped")) {
            assertThat(rows).as(user).containsEntry(user, "ACCEPTED");
        }
        for (String user : List.of("empty", "only-git", "zip-without-java")) {
            assertThat(rows).as(user).containsEntry(user, "NOT_STARTED");
        }
        Map<String, String> refusals = Map.of(
                "rar", "repack it as .zip or .tar.gz",
                "7z", "repack it as .zip or .tar.gz",
                "two-zips", "There are 2 archives",
                "zip-of-zips", "There are 2 archives",
                "broken-zip", "The archive cannot be read",
                "link", "symbolic link",
                "essay.pdf", "hand in a directory, a .zip or .java files",
                "rar-in-directory", "work.rar is an archive of a kind that Bouncer does not read");
        refusals.forEach((user, words) -> {
            assertThat(rows).as(user).containsEntry(user, "REJECTED");
            assertThat(ended.out().lines())
                    .as(user)
                    .anyMatch(line -> line.startsWith("not read: " + user + ": ") && line.contains(words));
        });
        assertThat(rows).containsEntry("two-versions", "REJECTED");
        assertThat(rows).hasSize(26);
        assertThat(ended.out())
                .contains("left out, because a platform adds it and no student handed it in: index.html");
        assertThat(lowerCaseNames(out.resolve("pages"))).hasSize(26).doesNotHaveDuplicates();
    }

    private void makeOddClass() throws IOException {
        directory = Files.createDirectories(temp.resolve("class"));
        byte[] zip = zip(Map.of(COUNTER, right.getBytes(StandardCharsets.UTF_8)));
        write("ANNA/" + COUNTER, right);
        write("anna/" + COUNTER, right);
        write("con/" + COUNTER, right);
        write("flat/" + FLAT, right);
        write("download-copy/ThreadSafeCounter (1).java", right);
        write("two-versions/" + FLAT, right);
        write("two-versions/ThreadSafeCounter (1).java", wrong);
        write("wrapped/repo-main/src/main/java/" + COUNTER, right);
        write("single-java-file.java", right);
        write("canvasada_LATE_12346_67891_ThreadSafeCounter-1.java", right);
        write("Moodle Ada_123_assignsubmission_file_/work.java", right);
        write("Moodle Ada_123_assignsubmission_onlinetext_/onlinetext.html", "see my file");
        write("sakai/Submission attachment(s)/work.zip", zip);
        write("sakai/timestamp.txt", "20261124");
        write("zip.zip", zip);
        write("zip-in-zip.zip", zip(Map.of("work.zip", zip)));
        write("zip-of-zips.zip", zip(Map.of("a.zip", zip, "b.zip", zip)));
        write("zip-without-java.zip", zip(Map.of("readme.txt", new byte[] {1})));
        write("two-zips/a.zip", zip);
        write("two-zips/b.zip", zip);
        write("broken-zip.zip", "this is no archive");
        write("rar.rar", "Rar!");
        write("7z.7z", "7z");
        write("rar-in-directory/work.rar", "Rar!");
        write("essay.pdf", "%PDF");
        write("index.html", "<html>");
        write(".DS_Store", "");
        Files.createDirectories(directory.resolve("empty"));
        write("only-git/.git/config", "");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("anna"));
        write("tar/" + COUNTER, right);
        assumeTrue(tar("tar-gz.tar.gz") && tar("tgz.tgz"), "this system has no tar");
        Files.delete(directory.resolve("tar/" + COUNTER));
        Files.delete(directory.resolve("tar/counter"));
        Files.delete(directory.resolve("tar"));
    }

    @Test
    void acceptedAndRejectedSubmissionsExitWithZeroAndMerge() throws Exception {
        directory = Files.createDirectories(temp.resolve("class"));
        write("ada/" + COUNTER, right);
        write("bob/" + COUNTER, wrong);
        String[] batch = {"batch", directory.toString(), "--exercise", "04-counter", "--out"};
        Path one = temp.resolve("one");
        Path two = temp.resolve("two");
        assertThat(run(batch, one.toString(), "--shard", "1/2").code()).isZero();
        assertThat(run(batch, two.toString(), "--shard", "2/2").code()).isZero();
        assertThat(run(batch, two.toString(), "--shard", "2/2").out()).contains("0 graded now", "1 kept from before");
        Path merged = temp.resolve("merged");
        Cli.Ended ended = bouncer.run("merge", one.toString(), two.toString(), "--out", merged.toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("2 submissions from 2 shards");
        assertThat(rows(merged)).isEqualTo(Map.of("ada", "ACCEPTED", "bob", "REJECTED"));
    }

    @Test
    void entriesThatWereNotReadAreNamedAgainByTheNextRunAndByMerge() throws Exception {
        directory = Files.createDirectories(temp.resolve("class"));
        write("eve.rar", "Rar!");
        Path out = temp.resolve("out");
        Path merged = temp.resolve("merged");
        String[] batch = {"batch", directory.toString(), "--exercise", "04-counter", "--out"};
        for (Cli.Ended ended : List.of(
                run(batch, out.toString()),
                run(batch, out.toString()),
                bouncer.run("merge", out.toString(), "--out", merged.toString()))) {
            assertThat(ended.out()).contains("not read: eve: ", "repack it as .zip or .tar.gz");
            assertThat(ended.code()).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeAskedIsTwo() {
        usage("is not a directory", "batch", temp.resolve("nowhere").toString(), "--out", "out");
        usage("--jobs must be at least 1", "batch", temp.toString(), "--out", "out", "--jobs", "0");
        usage("is not I/N", "batch", temp.toString(), "--out", "out", "--shard", "3/2");
        usage("no exercise is called 99", "batch", temp.toString(), "--out", "out", "--exercise", "99");
        usage("Missing required option: '--out", "batch", temp.toString());
        usage("no reports directory", "merge", temp.toString());
        usage("Missing required parameter", "merge");
    }

    @Test
    void aDirectoryThatCannotBeReadIsARow() throws Exception {
        assumeTrue(!"root".equals(System.getProperty("user.name")), "root can read everything");
        directory = Files.createDirectories(temp.resolve("class"));
        write("closed/" + COUNTER, right);
        Path closed = directory.resolve("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Path out = temp.resolve("out");
        Cli.Ended ended =
                bouncer.run("batch", directory.toString(), "--exercise", "04-counter", "--out", out.toString());
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("not read: closed: closed cannot be read: permission denied");
        assertThat(rows(out)).containsEntry("closed", "REJECTED");
    }

    private static Cli.Ended run(String[] first, String... more) {
        return bouncer.run(Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
    }

    private static void usage(String words, String... args) {
        Cli.Ended ended = bouncer.run(args);
        assertThat(ended.err()).contains(words).doesNotContain("\tat ");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    }

    /** Returns the verdict on 04-counter by student, from the reports. The CSV table must have as many rows. */
    private static Map<String, String> rows(Path out) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("reports"))) {
            for (Path file : files.toList()) {
                JsonNode report = new ObjectMapper().readTree(file.toFile());
                JsonNode exercise = report.path("exercises").path(0);
                rows.put(
                        report.path("batch").path("user").asText(),
                        exercise.path("verdict").asText());
            }
        }
        List<String> csv = Files.readAllLines(out.resolve("results.csv"));
        assertThat(csv).hasSize(rows.size() + 1);
        return rows;
    }

    private static void writeTable(Map<String, String> rows, Path out, int code) throws IOException {
        List<String> lines = new ArrayList<>(List.of("| student | 04-counter | sentence |", "|---|---|---|"));
        for (String csv : Files.readAllLines(out.resolve("results.csv"))) {
            String user = csv.split(",", 2)[0].replace("\"", "");
            if (rows.containsKey(user)) {
                String finding = csv.contains("[") ? csv.replaceAll(".*?: \\[[a-z-]+] ([^\"]*?)(\"|,,).*", "$1") : "";
                lines.add("| " + user + " | " + rows.get(user) + " | " + finding + " |");
            }
        }
        lines.add("");
        lines.add("exit code " + code);
        Files.write(Path.of("target/odd-entries.md"), lines);
    }

    private static List<String> lowerCaseNames(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().toLowerCase(java.util.Locale.ROOT))
                    .toList();
        }
    }

    private boolean tar(String name) throws IOException {
        try {
            Process process = new ProcessBuilder(
                            "tar",
                            "-czf",
                            directory.resolve(name).toString(),
                            "-C",
                            directory.resolve("tar").toString(),
                            ".")
                    .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
