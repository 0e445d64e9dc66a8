package bouncer.app.cli;

import bouncer.app.batch.Batch;
import java.nio.file.Path;

/** Prints the summary of a batch or a merge, and chooses the exit code. Stateless. */
final class BatchSummaryPrinter {
    private BatchSummaryPrinter() {}

    /** Returns 3 if the harness failed, 2 if an entry could not be read, otherwise 0, independent of the verdicts. */
    static int exitCode(Batch.Summary summary) {
        if (!summary.harnessFailures().isEmpty()) {
            return ExitCode.HARNESS;
        }
        return summary.unread().isEmpty() ? ExitCode.ACCEPTED : ExitCode.USAGE;
    }

    static void print(Batch.Summary summary, Path out) {
        summary.changes().forEach(change -> System.out.println("changed: " + change));
        summary.unread().forEach(entry -> System.out.println("not read: " + entry));
        if (!summary.leftOut().isEmpty()) {
            System.out.println("left out, because a platform adds it and no student handed it in: "
                    + String.join(", ", summary.leftOut()));
        }
        if (!summary.harnessFailures().isEmpty()) {
            System.out.println("harness errors, to be graded again by the next run: "
                    + String.join(", ", summary.harnessFailures()));
        }
        System.out.println("results: " + out.resolve("results.csv") + ", " + out.resolve("index.html"));
    }
}
