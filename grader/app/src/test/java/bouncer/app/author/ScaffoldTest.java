package bouncer.app.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bouncer.app.author.Solution.Kind;
import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {
    private static final String PARENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project>
              <modules>
                <module>08-pool</module>
                <module>all</module>
              </modules>
            </project>
            """;

    private static final String ALL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project>
              <dependencies>
                <dependency>
                  <artifactId>08-pool</artifactId>
                  <type>test-jar</type>
                </dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    Path home;

    private SolutionRepository repository() throws IOException {
        Files.createDirectories(home.resolve("exercises/all"));
        Files.writeString(home.resolve("exercises/pom.xml"), PARENT);
        Files.writeString(home.resolve("exercises/all/pom.xml"), ALL);
        return new SolutionRepository(home.resolve("exercises"), home.resolve("solutions"));
    }

    @Test
    void buildsARoomThatIsWhole() throws IOException {
        SolutionRepository repository = repository();
        List<Path> written = new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer").build(repository);
        for (Path file : written) {
            assertFalse(Files.readString(file).contains("@class@"), file + " has a blank that was not filled");
        }
        Exercise exercise = Catalogue.load(repository.exercises()).get(0);
        assertEquals("buffer.BoundedBuffer", exercise.className());
        List<Kind> kinds = repository.of(exercise).stream().map(Solution::kind).toList();
        assertEquals(List.of(Kind.STUB, Kind.REFERENCE, Kind.ALTERNATIVE, Kind.ALTERNATIVE, Kind.MISTAKE), kinds);
        assertEquals(
                -1,
                Files.mismatch(
                        repository.stub(exercise).resolve(exercise.files().get(0)),
                        home.resolve("exercises/09-bounded-buffer/src/main/java/buffer/BoundedBuffer.java")));
    }

    @Test
    void addsTheRoomToTheBuild() throws IOException {
        new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer").build(repository());
        assertEquals(
                PARENT.replace("    <module>all", "    <module>09-bounded-buffer</module>\n    <module>all"),
                Files.readString(home.resolve("exercises/pom.xml")));
        String before = ALL.lines().skip(3).limit(4).collect(Collectors.joining("\n"));
        assertEquals(
                ALL.replace(before, before + "\n" + before.replace("08-pool", "09-bounded-buffer")),
                Files.readString(home.resolve("exercises/all/pom.xml")));
        assertTrue(Files.readString(home.resolve("exercises/09-bounded-buffer/pom.xml"))
                .contains("<artifactId>09-bounded-buffer</artifactId>"));
    }

    @Test
    void overwritesNothing() throws IOException {
        SolutionRepository repository = repository();
        Files.createDirectories(home.resolve("solutions/09-bounded-buffer"));
        Scaffold scaffold = new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer");
        assertThrows(FileAlreadyExistsException.class, () -> scaffold.build(repository));
        assertFalse(Files.exists(home.resolve("exercises/09-bounded-buffer")));
        assertEquals(PARENT, Files.readString(home.resolve("exercises/pom.xml")));
    }
}
