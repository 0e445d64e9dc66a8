package bouncer.app.batch;

import bouncer.app.files.AtomicFiles;
import bouncer.app.grading.RunDirectory;
import bouncer.app.report.JsonReader;
import bouncer.app.report.JsonReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps the report of each judged exercise by a hash of its sources, so that the same sources always get the same
 * verdict, and only changed exercises of a submission are judged again. The files are {@code
 * judged/<harness>/<key>.json} below the output directory, written atomically; those of another harness are deleted.
 * Thread-safe.
 */
final class VerdictCache {
    private static final int HARNESS_DIGITS = 16;
    private final Path directory;
    private final boolean afresh;
    private final ShutdownFlag shutdown;
    private final Set<String> judged = ConcurrentHashMap.newKeySet();
    private final Map<String, ReentrantLock> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger();

    private VerdictCache(Path directory, boolean afresh, ShutdownFlag shutdown) {
        this.directory = directory;
        this.afresh = afresh;
        this.shutdown = shutdown;
    }

    /** Judges an exercise. */
    interface Judging {
        ExerciseReport judge() throws IOException, InterruptedException;
    }

    /**
     * Opens the cache in an output directory.
     *
     * @param out the output directory
     * @param harness a hash of everything except the sources that a verdict depends on
     * @param afresh whether to ignore the reports of earlier runs
     * @param shutdown tells whether results can no longer be trusted because the process is ending
     */
    static VerdictCache open(Path out, String harness, boolean afresh, ShutdownFlag shutdown) throws IOException {
        Path all = Files.createDirectories(out.resolve("judged"));
        Path current = all.resolve(harness.substring(0, Math.min(HARNESS_DIGITS, harness.length())));
        try (Stream<Path> others = Files.list(all)) {
            for (Path other : others.filter(path -> !path.equals(current)).toList()) {
                RunDirectory.deleteQuietly(other);
            }
        }
        return new VerdictCache(Files.createDirectories(current), afresh, shutdown);
    }

    /**
     * Returns the report of these sources, and has them judged first if there is none. Concurrent callers with the same
     * sources wait for one judging. A report with a harness error is not kept.
     *
     * @param key a hash of the sources
     * @param origin written into the file to show with which harness the sources were judged
     * @param judging called at most once
     */
    ExerciseReport of(String key, Origin origin, Judging judging) throws IOException, InterruptedException {
        ReentrantLock lock = underWay.computeIfAbsent(key, same -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            Path file = directory.resolve(key + ".json");
            Optional<ExerciseReport> before =
                    afresh && !judged.contains(key) ? Optional.empty() : JsonReader.firstOf(file);
            if (before.isPresent()) {
                known.incrementAndGet();
                return before.get();
            }
            ExerciseReport now = judging.judge();
            if (now.verdict() != Verdict.ERROR && !shutdown.ending()) {
                AtomicFiles.write(file, JsonReport.write(new Report("", key, origin, List.of(now))));
            }
            judged.add(key);
            return now;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many exercises were judged by this run. */
    int judged() {
        return judged.size();
    }

    /**
     * Returns how many reports were already known, from an earlier run or from another submission with the same
     * sources.
     */
    int known() {
        return known.get();
    }
}
