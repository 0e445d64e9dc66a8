package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    @TempDir
    private Path home;

    private Path into;

    @BeforeEach
    void makeTarget() throws IOException {
        into = Files.createDirectories(home.resolve("box/into"));
    }

    @Test
    void onlySourcesAreUnpacked() throws Exception {
        Path zip = zip(
                List.of(
                        "repo-main/counter/A.java",
                        "repo-main/pom.xml",
                        "repo-main/.git/hooks/B.java",
                        "__MACOSX/C.java"),
                64);
        Archives.unpack(zip, into);
        assertThat(files()).containsExactly("repo-main/counter/A.java");
    }

    @Test
    void nothingLeavesTheDirectory() throws Exception {
        for (String name : List.of(
                "../evil.java", "a/../../evil.java", "/tmp/evil.java", "..\\evil.java", "a/../b/../../E.java")) {
            assertThatThrownBy(() -> Archives.unpack(zip(List.of(name), 8), into))
                    .as(name)
                    .isInstanceOf(Archives.Refused.class);
        }
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(file -> file.toString().endsWith(".java"))).isEmpty();
        }
    }

    @Test
    void zipBombsAreRefusedQuickly() throws Exception {
        assertThatThrownBy(() -> Archives.unpack(zip(List.of("A.java"), 200 << 20), into))
                .isInstanceOf(Archives.Refused.class)
                .hasMessageContaining("larger than 1 MiB");
        List<String> many =
                Stream.iterate(0, i -> i + 1).limit(40).map(i -> i + ".java").toList();
        assertThatThrownBy(() -> Archives.unpack(zip(many, 1 << 20), into))
                .isInstanceOf(Archives.Refused.class)
                .hasMessageContaining("16 MiB");
        List<String> crowd = Stream.iterate(0, i -> i + 1)
                .limit(1100)
                .map(i -> "x" + i + ".java")
                .toList();
        assertThatThrownBy(() -> Archives.unpack(zip(crowd, 1), into)).isInstanceOf(Archives.Refused.class);
        String deep = "d/".repeat(40) + "A.java";
        assertThatThrownBy(() -> Archives.unpack(zip(List.of(deep), 1), into)).isInstanceOf(Archives.Refused.class);
    }

    @Test
    void aFileThatIsNotAnArchiveIsRefusedWithAReason() throws IOException {
        Path text = Files.writeString(home.resolve("x.zip"), "this is no archive");
        assertThatThrownBy(() -> Archives.unpack(text, into))
                .isInstanceOf(Archives.Refused.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void archivesOfEveryTarCommandAreRead() throws Exception {
        Path work = Files.createDirectories(home.resolve("work"));
        String deep = "a-directory-with-a-long-name/".repeat(5);
        for (String name : List.of("counter/A.java", deep + "B.java", "notes.txt")) {
            Path file = work.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "// " + "x".repeat(700));
        }
        for (String format : List.of("ustar", "gnu", "pax", "v7")) {
            Path archive = home.resolve(format + ".tar.gz");
            String only = format.equals("v7") ? "counter" : ".";
            assumeTrue(
                    run("tar", "--format=" + format, "-czf", archive.toString(), "-C", work.toString(), only),
                    "this system's tar does not write " + format);
            Path target = Files.createDirectories(home.resolve("box/" + format));
            Archives.unpack(archive, target);
            assertThat(target.resolve("counter/A.java")).as(format).content().hasSize(703);
            assertThat(Files.exists(target.resolve(deep + "B.java"))).as(format).isEqualTo(!only.equals("counter"));
            assertThat(target.resolve("notes.txt")).doesNotExist();
        }
    }

    @Test
    void aTruncatedEscapingOrInvalidTarIsRefused() throws Exception {
        Path file = Files.writeString(home.resolve("A.java"), "x".repeat(5000));
        Path tar = home.resolve("a.tar");
        assumeTrue(run("tar", "-cf", tar.toString(), "-C", home.toString(), "A.java"), "this system has no tar");
        byte[] bytes = Files.readAllBytes(tar);
        Files.write(tar, Arrays.copyOf(bytes, 3000));
        refused(tar, "ends in the middle");
        Files.writeString(tar, "this is no archive".repeat(100));
        refused(tar, "not a tar archive");
        assumeTrue(run("tar", "-cPf", tar.toString(), file.toString()), "this tar leaves no absolute names");
        refused(tar, "outside");
        Path gz = Files.writeString(home.resolve("a.tgz"), "this is no archive");
        refused(gz, "cannot be read");
        refused(Files.writeString(home.resolve("a.7z"), "7z"), "repack it as .zip or .tar.gz");
    }

    @Test
    void aZipInAZipIsReadAndSeveralAreRefused() throws Exception {
        Path inner = zip(List.of("counter/A.java"), 64);
        Archives.unpack(zipOf(inner), into);
        assertThat(files()).containsExactly("counter/A.java");
        refused(zipOf(inner, zip(List.of("counter/A.java"), 64)), "There are 2 archives");
        refused(zipOf(zipOf(inner)), "holds no Java file, but another archive");
    }

    private void refused(Path archive, String words) {
        assertThatThrownBy(() -> Archives.unpack(archive, into))
                .as(archive.toString())
                .isInstanceOf(Archives.Refused.class)
                .hasMessageContaining(words);
    }

    private Path zipOf(Path... inner) throws IOException {
        Path zip = Files.createTempFile(home, "outer", ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (Path file : inner) {
                archive.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, archive);
            }
        }
        return zip;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(into)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> into.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private Path zip(List<String> names, int bytes) throws IOException {
        Path zip = Files.createTempFile(home, "a", ".zip");
        byte[] block = "// a line of nothing\n".repeat(3000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                for (int left = bytes; left > 0; left -= block.length) {
                    archive.write(block, 0, Math.min(left, block.length));
                }
                archive.closeEntry();
            }
        }
        return zip;
    }
}
