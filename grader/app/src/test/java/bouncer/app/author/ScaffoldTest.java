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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {
    private static final String POM = """
            <sources>
              <source>08-pool/${room.sources}</source>
            </sources>
            <sources>
              <source>08-pool/src/test/java</source>
            </sources>
            """;

    @TempDir
    Path home;

    private SolutionRepository shelf() throws IOException {
        Files.createDirectories(home.resolve("exercises"));
        Files.writeString(home.resolve("exercises/pom.xml"), POM);
        return new SolutionRepository(home.resolve("exercises"), home.resolve("solutions"));
    }

    @Test
    void buildsARoomThatIsWhole() throws IOException {
        SolutionRepository shelf = shelf();
        List<Path> written = new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer").build(shelf);
        for (Path file : written) {
            assertFalse(Files.readString(file).contains("@class@"), file + " has a blank that was not filled");
        }
        Exercise room = Catalogue.load(shelf.exercises()).get(0);
        assertEquals("buffer.BoundedBuffer", room.className());
        List<Kind> kinds = shelf.of(room).stream().map(Solution::kind).toList();
        assertEquals(List.of(Kind.STUB, Kind.REFERENCE, Kind.ALTERNATIVE, Kind.ALTERNATIVE, Kind.MISTAKE), kinds);
        assertEquals(
                -1,
                Files.mismatch(
                        shelf.stub(room).resolve(room.files().get(0)),
                        home.resolve("exercises/09-bounded-buffer/src/main/java/buffer/BoundedBuffer.java")));
    }

    @Test
    void addsTheRoomToTheBuild() throws IOException {
        new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer").build(shelf());
        String pom = Files.readString(home.resolve("exercises/pom.xml"));
        assertTrue(pom.contains("  <source>09-bounded-buffer/${room.sources}</source>\n</sources>"), pom);
        assertTrue(pom.contains("  <source>09-bounded-buffer/src/test/java</source>\n</sources>"), pom);
    }

    @Test
    void overwritesNothing() throws IOException {
        SolutionRepository shelf = shelf();
        Files.createDirectories(home.resolve("solutions/09-bounded-buffer"));
        Scaffold scaffold = new Scaffold("09-bounded-buffer", "A buffer", "buffer", "BoundedBuffer");
        assertThrows(FileAlreadyExistsException.class, () -> scaffold.build(shelf));
        assertFalse(Files.exists(home.resolve("exercises/09-bounded-buffer")));
        assertEquals(POM, Files.readString(home.resolve("exercises/pom.xml")));
    }
}
