package bouncer.app.cli;

import bouncer.app.grading.GradingService;
import bouncer.app.grading.InvalidHiddenChecks;
import bouncer.app.sandbox.IsolationMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the instructor's commands: the isolation of submissions, and hidden checks. */
final class GradingOptions {
    @Option(
            names = "--isolation",
            paramLabel = "auto|require|user|none",
            description =
                    "how submissions are isolated. auto: as well as this machine can (default); require: by namespaces, or "
                            + "an error; user: by a user account of their own (root only); none: plain processes")
    private String isolation = "auto";

    @Option(
            names = "--hidden",
            paramLabel = "DIR",
            description =
                    "your own hidden checks: DIR/<slug>/SomethingChecks.java; students see only how many there are")
    private @Nullable Path hidden;

    private boolean unmasked;

    /** Selects plain processes, overriding {@code --isolation}: a debugger cannot connect into namespaces. */
    void plain() {
        isolation = "none";
    }

    /** Makes reports show the results of hidden checks in full, for the instructor. */
    void showHidden() {
        unmasked = true;
    }

    /**
     * Opens a grading service with these options.
     *
     * @throws UsageProblem if an option is wrong
     */
    GradingService open() throws IOException {
        Path exercises = ExercisesDirectory.existing();
        IsolationMode mode;
        try {
            mode = IsolationMode.valueOf(isolation.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--isolation is auto, require, user or none, not " + isolation);
        }
        Path own = hidden;
        if (own == null && unmasked) {
            throw new UsageProblem("--show-hidden needs the checks that it is to show: --hidden DIR");
        }
        if (own == null) {
            return GradingService.open(exercises, mode);
        }
        if (!Files.isDirectory(own)) {
            throw new UsageProblem("--hidden " + own + " is not a directory");
        }
        try {
            return GradingService.open(exercises, mode, own, !unmasked);
        } catch (InvalidHiddenChecks e) {
            throw new UsageProblem("--hidden: " + e.getMessage());
        }
    }

    /** Returns the directory of hidden checks, or null. */
    @Nullable
    Path hidden() {
        return hidden;
    }
}
