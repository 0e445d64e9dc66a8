package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the same sources get the same verdict, points and first cause at every door. The table is written to
 * {@code target/doors.txt}. {@code .ci/doors} judges more classes, which takes minutes.
 */
class DoorsTest {
    @TempDir
    private Path home;

    @Test
    void everyDoorSaysTheSame() throws Exception {
        int wrong = Integer.getInteger("doors.wrong", 1);
        int right = Integer.getInteger("doors.right", 0);
        Doors doors = new Doors(home);
        List<Doors.Row> rows = doors.compare(wrong, right);
        long differ = rows.stream().filter(row -> !row.agrees()).count();
        List<String> table = new ArrayList<>(rows.stream().map(Doors.Row::text).toList());
        table.add(rows.size() + " classes at " + Doors.Door.values().length + " doors, " + differ + " differ; "
                + doors.times());
        Files.write(Path.of("target/doors.txt"), table);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(8 * Math.min(1, wrong + right));
        assertThat(rows.stream().filter(row -> !row.agrees()).map(Doors.Row::text))
                .isEmpty();
        assertThat(rows).allSatisfy(row -> assertThat(row.verdict()).isEqualTo(row.expected()));
    }
}
