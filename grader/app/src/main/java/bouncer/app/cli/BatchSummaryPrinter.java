package bouncer.app.cli;

import bouncer.app.batch.Batch;
import java.nio.file.Path;

/** Prints the end of a batch or a merge, and has its exit code. Stateless. */
final class BatchSummaryPrinter {
    private BatchSummaryPrinter() {}

    /** 3 when the harness failed, 2 when an entry could not be read, else 0, whatever the verdicts are. */
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
