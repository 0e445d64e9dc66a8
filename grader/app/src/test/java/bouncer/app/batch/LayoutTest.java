package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    @TempDir
    private Path home;

    @Test
    void githubClassroomsClones() throws IOException {
        make("locks-submissions/locks-ada", "locks-submissions/Locks-grace-h", "locks-submissions/.git");
        assertThat(users("locks-submissions")).containsExactly("ada", "grace-h");
    }

    @Test
    void classroom50sDownloads() throws IOException {
        make("cs-locks_submissions_2026-11-24/cs-locks-ada", "cs-locks_submissions_2026-11-24/cs-locks-bob");
        assertThat(users("cs-locks_submissions_2026-11-24")).containsExactly("ada", "bob");
        assertThat(users(".")).as("the directory around it").containsExactly("ada", "bob");
    }

    @Test
    void moodlesExport() throws IOException {
        make("export/Ada Lovelace_123_assignsubmission_file_");
        Files.createFile(home.resolve("export/Ada Lovelace_123_assignsubmission_file_/my work.zip"));
        List<Submission> found = Layout.find(home.resolve("export"));
        assertThat(found).extracting(Submission::user).containsExactly("Ada Lovelace");
        assertThat(found.get(0).isArchive()).isTrue();
    }

    @Test
    void anyDirectoryOfDirectoriesAndArchives() throws IOException {
        make("any/ada", "any/zoe", "any/__MACOSX", "any/.hidden");
        Files.createFile(home.resolve("any/bob.zip"));
        Files.createFile(home.resolve("any/zoe.ZIP"));
        Files.createFile(home.resolve("any/notes.txt"));
        Files.createSymbolicLink(home.resolve("any/link"), home.resolve("any/ada"));
        assertThat(users("any")).containsExactly("ada", "bob", "zoe", "zoe-2");
    }

    @Test
    void namesThatNoFileShouldHaveGetOneThatIsSafeAndTheirOwn() {
        Submission first = new Submission("../../etc/passwd", home);
        Submission second = new Submission("..\\..\\etc\\passwd", home);
        assertThat(first.fileName()).doesNotContain("/", "\\").isNotEqualTo(second.fileName());
        assertThat(new Submission("ada", home).fileName()).isEqualTo("ada");
        assertThat(new Submission(".ada", home).fileName()).doesNotStartWith(".");
        assertThat(new Submission("x".repeat(300), home).fileName()).hasSizeLessThan(80);
    }

    private List<String> users(String directory) throws IOException {
        return Layout.find(home.resolve(directory)).stream()
                .map(Submission::user)
                .toList();
    }

    private void make(String... directories) throws IOException {
        for (String directory : directories) {
            Files.createDirectories(home.resolve(directory));
        }
    }
}
