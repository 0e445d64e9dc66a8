package bouncer.app.batch;

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
 * What was said of each exercise, by the sources it was said of: the same sources get the same verdict, whoever hands them
 * in, and who changed one exercise of eight has one judged again. Files {@code judged/<harness>/<key>.json} below the
 * output directory, each written whole or not at all; those of another harness are deleted. Thread-safe.
 */
final class VerdictCache {
    private static final int HARNESS_DIGITS = 16;
    private final Path directory;
    private final boolean afresh;
    private final ShutdownFlag farewell;
    private final Set<String> judged = ConcurrentHashMap.newKeySet();
    private final Map<String, ReentrantLock> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger();

    private VerdictCache(Path directory, boolean afresh, ShutdownFlag farewell) {
        this.directory = directory;
        this.afresh = afresh;
        this.farewell = farewell;
    }

    /** Judges an exercise. */
    interface Judging {
        ExerciseReport judge() throws IOException, InterruptedException;
    }

    /**
     * Opens what earlier runs left.
     *
     * @param harness hash of everything but the sources that a verdict depends on
     * @param afresh believe only what this run judges
     * @param farewell knows whether what is judged now can no longer be trusted
     */
    static VerdictCache open(Path out, String harness, boolean afresh, ShutdownFlag farewell) throws IOException {
        Path all = Files.createDirectories(out.resolve("judged"));
        Path mine = all.resolve(harness.substring(0, Math.min(HARNESS_DIGITS, harness.length())));
        try (Stream<Path> others = Files.list(all)) {
            for (Path other : others.filter(path -> !path.equals(mine)).toList()) {
                RunDirectory.deleteQuietly(other);
            }
        }
        return new VerdictCache(Files.createDirectories(mine), afresh, farewell);
    }

    /**
     * Returns what was said of these sources, and has them judged first if nothing was. Whoever asks for the same sources
     * meanwhile waits for the answer. What the harness failed on is not kept.
     *
     * @param key hash of the sources
     * @param origin what the judging depended on beside, for whoever reads the file
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
            if (now.verdict() != Verdict.ERROR && !farewell.ending()) {
                AtomicFiles.write(file, JsonReport.write(new Report("", key, origin, List.of(now))));
            }
            judged.add(key);
            return now;
        } finally {
            lock.unlock();
        }
    }

    /** How many exercises were judged by this run. */
    int judged() {
        return judged.size();
    }

    /** How many were known already, from an earlier run or from somebody who handed in the same sources. */
    int known() {
        return known.get();
    }
}
