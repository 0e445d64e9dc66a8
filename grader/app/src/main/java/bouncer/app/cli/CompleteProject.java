package bouncer.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Distinguishes the complete project from a handout, which has only exercises and a compiled grader. Stateless. */
final class CompleteProject {
    private CompleteProject() {}

    /**
     * Refuses a command that needs more than a handout has.
     *
     * @param home the directory that holds the directory of the exercises
     * @param command the command's name
     * @throws UsageProblem in a handout
     */
    static void require(Path home, String command) {
        if (!Files.isDirectory(home.resolve("grader/app/src"))) {
            throw new UsageProblem("'" + command + "' needs the complete project of Bouncer. " + home
                    + " has the exercises and a compiled grader only, as instructors hand them out.");
        }
    }
}
