package bouncer.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command to run if Bouncer was started where there are no exercises. Stateless. */
final class WrongDirectory {
    private WrongDirectory() {}

    /**
     * Returns a sentence that there are no exercises, with the command to run instead.
     *
     * @param exercises where they were expected
     * @param here the working directory, absolute
     */
    static String advice(Path exercises, Path here) {
        String start = "There are no exercises in " + exercises + ".";
        return home(here)
                .map(home -> start + " Run this instead:\n  cd " + quote(home) + " && ./bouncer")
                .orElse(start + " Clone or unpack them first, then run ./bouncer in the directory that holds the "
                        + "directory 'exercises'.");
    }

    /** Returns the project's directory: the nearest one at or above a directory, or else one directly below it. */
    static Optional<Path> home(Path here) {
        for (Path up = here; up != null; up = up.getParent()) {
            if (isHome(up)) {
                return Optional.of(up);
            }
        }
        try (Stream<Path> down = Files.list(here)) {
            return down.filter(WrongDirectory::isHome).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isHome(Path directory) {
        return Files.isRegularFile(directory.resolve("bouncer")) && Files.isDirectory(directory.resolve("exercises"));
    }

    private static String quote(Path path) {
        String text = path.toString();
        return text.contains(" ") ? "\"" + text + "\"" : text;
    }
}
