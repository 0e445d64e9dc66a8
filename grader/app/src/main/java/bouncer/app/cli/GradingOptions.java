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

/** How an instructor's commands judge: what keeps a submission in, and which checks there are beside the published ones. */
final class GradingOptions {
    @Option(
            names = "--isolation",
            paramLabel = "auto|require|user|none",
            description = "what keeps a submission in: what the system has (default), namespaces or nothing is judged, "
                    + "a user of its own (root only), or plain processes")
    private String isolation = "auto";

    @Option(
            names = "--hidden",
            paramLabel = "DIR",
            description = "checks that only you have: DIR/<slug>/SomethingChecks.java; students see their number only")
    private @Nullable Path hidden;

    private boolean unmasked;

    /** Plain processes, whatever was asked for: no debugger gets into a cage. */
    void plain() {
        isolation = "none";
    }

    /** Reports show what hidden checks found: for the instructor. */
    void showHidden() {
        unmasked = true;
    }

    /** Opens the house as these options say. */
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

    /** The directory of hidden checks, if there is one. */
    @Nullable
    Path hidden() {
        return hidden;
    }
}
