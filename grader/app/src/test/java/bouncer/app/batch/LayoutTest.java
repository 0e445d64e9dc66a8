package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void gradescopesExport() throws IOException {
        make("assignment_7_export/submission_1", "assignment_7_export/submission_2");
        touch("assignment_7_export/submission_metadata.yml");
        Layout layout = find(".");
        assertThat(layout.submissions()).extracting(Submission::user).containsExactly("submission_1", "submission_2");
        assertThat(layout.leftOut()).containsExactly("submission_metadata.yml");
    }

    @Test
    void moodlesExport() throws IOException {
        make(
                "export/Ada Lovelace_123_assignsubmission_file_",
                "export/Ada Lovelace_123_assignsubmission_onlinetext_",
                "export/Ada Lovelace_124_assignsubmission_file_");
        touch("export/Bob_125_assignsubmission_file_Mutex.java", "export/Bob_125_assignsubmission_file_TwoTasks.java");
        assertThat(find("export").submissions())
                .extracting(Submission::user, submission -> submission.paths().size())
                .containsExactly(tuple("Ada Lovelace (123)", 1), tuple("Ada Lovelace (124)", 1), tuple("Bob", 2));
    }

    @Test
    void filesOfCanvasBlackboardAndBrightspace() throws IOException {
        make("any");
        touch(
                "any/hoppergrace_LATE_12346_67891_ThreadSafeCounter-1.java",
                "any/hoppergrace_12346_67892_Mutex.java",
                "any/hoppergrace_12346_67893_notes.pdf",
                "any/locks_ada_attempt_2026-11-24-09-00-00_old.zip",
                "any/locks_ada_attempt_2026-11-24-10-00-00_new.zip",
                "any/locks_ada_attempt_2026-11-24-10-00-00.txt",
                "any/17-42 - Bob Bit - Nov 24, 2026 1010 AM - work.zip",
                "any/index.html");
        Layout layout = find("any");
        assertThat(layout.submissions())
                .extracting(Submission::user, submission -> names(submission), Submission::refused)
                .containsExactly(
                        tuple("Bob Bit", List.of("17-42 - Bob Bit - Nov 24, 2026 1010 AM - work.zip"), null),
                        tuple("ada", List.of("locks_ada_attempt_2026-11-24-10-00-00_new.zip"), null),
                        tuple(
                                "hoppergrace",
                                List.of(
                                        "hoppergrace_12346_67892_Mutex.java",
                                        "hoppergrace_LATE_12346_67891_ThreadSafeCounter-1.java"),
                                null));
        assertThat(layout.leftOut()).containsExactly("index.html");
    }

    @Test
    void everyEntryHasARowAndUnreadableOnesSayWhatToDo() throws IOException {
        make("any/ada", "any/zoe", "any/zoe-2", "any/__MACOSX", "any/.hidden");
        touch("any/bob.zip", "any/zoe.ZIP", "any/notes.txt", "any/carl.rar", "any/dan.tar.gz", "any/Own.java");
        Files.createSymbolicLink(home.resolve("any/link"), home.resolve("any/ada"));
        Layout layout = find("any");
        assertThat(layout.submissions())
                .extracting(Submission::user)
                .containsExactly("Own.java", "ada", "bob", "carl", "dan", "link", "notes.txt", "zoe", "zoe-2", "zoe-3");
        assertThat(layout.leftOut()).containsExactly("__MACOSX");
        assertThat(refusal(layout, "carl")).contains("carl.rar", "repack it as .zip or .tar.gz");
        assertThat(refusal(layout, "link")).contains("symbolic link", "put the files themselves there");
        assertThat(refusal(layout, "notes.txt")).contains("hand in a directory, a .zip or .java files");
        for (String user : List.of("ada", "bob", "dan", "Own.java", "zoe-3")) {
            assertThat(refusal(layout, user)).as(user).isNull();
        }
    }

    @Test
    void severalArchivesOfOneStudentAreRefused() throws IOException {
        make("any");
        touch("any/ada_1_2_first.zip", "any/ada_1_3_second.zip", "any/bob_2_4_work.zip");
        assertThat(refusal(find("any"), "ada")).contains("first.zip", "second.zip", "keep the one to be graded");
    }

    @Test
    void aClassInsideADirectoryIsNotOneStudent() throws IOException {
        make("any/export/ada/counter", "any/export/bob/mutex");
        assertThat(refusal(find("any"), "export")).contains("run bouncer batch on export");
        make("one/ada/src/counter", "one/ada/test");
        assertThat(refusal(find("one"), "ada")).isNull();
        make("two/ada/counter", "two/ada/mutex");
        assertThat(refusal(find("two"), "ada")).isNull();
    }

    @Test
    void fileNamesAreSafeAndDifferAlsoWhereCapitalsDoNotCount() {
        List<String> users = List.of(
                "anna",
                "ANNA",
                "Anna",
                "con",
                "aux.b",
                "../../etc/passwd",
                "..\\..\\etc\\passwd",
                ".ada",
                "x".repeat(300));
        List<String> names = List.copyOf(FileNames.of(users).values());
        assertThat(names.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates()
                .hasSize(users.size());
        assertThat(names)
                .allSatisfy(name -> assertThat(name)
                        .matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,79}")
                        .doesNotMatch("(?i)(con|aux)(\\..*)?"));
        assertThat(FileNames.of(users)).containsEntry("anna", "anna");
        assertThat(FileNames.of(List.of("ANNA", "ada"))).containsEntry("ANNA", "ANNA");
    }

    private static List<String> names(Submission submission) {
        return submission.paths().stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static String refusal(Layout layout, String user) {
        return layout.submissions().stream()
                .filter(submission -> submission.user().equals(user))
                .findFirst()
                .orElseThrow()
                .refused();
    }

    private Layout find(String directory) throws IOException {
        return Layout.find(home.resolve(directory), FakeGrader.all());
    }

    private List<String> users(String directory) throws IOException {
        return find(directory).submissions().stream().map(Submission::user).toList();
    }

    private void make(String... directories) throws IOException {
        for (String directory : directories) {
            Files.createDirectories(home.resolve(directory));
        }
    }

    private void touch(String... files) throws IOException {
        for (String file : files) {
            Files.createFile(home.resolve(file));
        }
    }
}
