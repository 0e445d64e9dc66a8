package bouncer.app.batch;

import bouncer.app.catalogue.Room;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks through the directories an archive tool wraps around a submission, such as {@code repo-main/}. Stateless. */
final class Roots {
    private static final int DEEPEST = 4;

    private Roots() {}

    /** Returns the directory itself, or the only one below it that holds an exercise. */
    static Path find(Path directory, List<Room> rooms) throws IOException {
        Path root = directory;
        for (int depth = 0; depth < DEEPEST && !holdsAny(root, rooms); depth++) {
            List<Path> inside;
            try (Stream<Path> list = Files.list(root)) {
                inside = list.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                        .filter(entry -> !entry.getFileName().toString().startsWith("."))
                        .filter(entry -> !entry.getFileName().toString().equals("__MACOSX"))
                        .limit(2)
                        .toList();
            }
            if (inside.size() != 1) {
                return directory;
            }
            root = inside.get(0);
        }
        return holdsAny(root, rooms) ? root : directory;
    }

    private static boolean holdsAny(Path root, List<Room> rooms) {
        return rooms.stream().anyMatch(room -> !(Intake.find(root, room) instanceof Sources.Absent));
    }
}
