package bouncer.app.cli;

import bouncer.app.batch.Batch;
import java.nio.file.Path;

/** Prints what a batch or a merge came to. Stateless. */
final class BatchSummaryPrinter {
    private BatchSummaryPrinter() {}

    static void print(Batch.Summary summary, Path out) {
        summary.changes().forEach(change -> System.out.println("changed: " + change));
        if (!summary.harnessFailures().isEmpty()) {
            System.out.println("harness errors, to be graded again by the next run: "
                    + String.join(", ", summary.harnessFailures()));
        }
        System.out.println("results: " + out.resolve("results.csv") + ", " + out.resolve("index.html"));
    }
}
