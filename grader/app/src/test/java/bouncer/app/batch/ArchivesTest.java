package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void onlySourcesComeOut() throws Exception {
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
    void bombsAreRefusedAndCostLittle() throws Exception {
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
    void whatIsNoArchiveIsRefusedInWords() throws IOException {
        Path text = Files.writeString(home.resolve("x.zip"), "this is no archive");
        assertThatThrownBy(() -> Archives.unpack(text, into))
                .isInstanceOf(Archives.Refused.class)
                .hasMessageContaining("cannot be read");
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
