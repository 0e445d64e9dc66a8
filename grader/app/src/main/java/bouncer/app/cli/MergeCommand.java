package bouncer.app.cli;

import bouncer.app.batch.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer merge}: merges the output directories of shards. */
@Command(name = "merge", description = "Merges the results of shards.", mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OUT", arity = "1..*", description = "output directories of bouncer batch")
    private List<Path> shards = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "where the merged results go (default: merged)")
    private Path out = Path.of("merged");

    @Override
    public Integer call() throws IOException {
        for (Path shard : shards) {
            if (!Files.isDirectory(shard.resolve("reports"))) {
                System.err.println("bouncer: " + shard
                        + " is not an output directory of bouncer batch: it has no reports directory");
                return ExitCode.USAGE;
            }
        }
        Batch.Summary summary = Batch.merge(shards, out);
        System.out.printf("%d submissions from %d shards%n", summary.submissions(), shards.size());
        BatchSummaryPrinter.print(summary, out);
        return BatchSummaryPrinter.exitCode(summary);
    }
}
