package bouncer.app.batch;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.CompiledChecks;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.Version;
import bouncer.app.submission.Sources;
import bouncer.checks.Contract;
import bouncer.engine.Explorer;
import bouncer.worker.WorkerMain;
import bouncer.worker.submission.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hashes of everything a verdict depends on. A run uses them to recognize what has been graded already. Stateless. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * Returns a hash of the harness: its version and class files, the JDK, and the checks, stubs and settings of the
     * exercises.
     *
     * @param exercises the directory of the exercises
     * @param more further files or directories that belong to the harness, such as hidden checks
     */
    static String ofHarness(Path exercises, List<Path> more) throws IOException {
        MessageDigest digest = Hashes.sha256();
        add(digest, Version.CURRENT);
        add(digest, Runtime.version().toString());
        for (Class<?> anchor : List.of(Fingerprint.class, Contract.class, WorkerMain.class, Explorer.class)) {
            add(digest, place(anchor));
        }
        for (Exercise exercise : Catalogue.load(exercises)) {
            add(digest, CompiledChecks.of(exercises, exercise.slug()));
            for (String what : List.of("src/stub", "exercise.toml")) {
                add(digest, exercises.resolve(exercise.slug()).resolve(what));
            }
        }
        for (Path path : more) {
            add(digest, path);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns a hash of a submission: for each exercise the sources that would be judged, or why there are none. */
    static String ofSubmission(String harness, Map<Exercise, Sources> submission) {
        MessageDigest digest = Hashes.sha256();
        add(digest, harness);
        submission.forEach((exercise, sources) -> add(digest, exercise, sources));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns a hash of one exercise of a submission: the sources and the directory in which they were found. */
    static String ofExercise(Exercise exercise, Sources.Found found) {
        MessageDigest digest = Hashes.sha256();
        add(digest, found.root());
        add(digest, exercise, found);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Exercise exercise, Sources sources) {
        add(digest, exercise.slug());
        if (sources instanceof Sources.Found found) {
            found.files().forEach((name, text) -> {
                add(digest, name);
                add(digest, text);
            });
        } else {
            add(digest, sources.toString());
        }
    }

    private static Path place(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException("A class path entry is not a file", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    add(digest, path.relativize(file).toString());
                    digest.update(Files.readAllBytes(file));
                }
            }
        } else if (Files.isRegularFile(path)) {
            digest.update(Files.readAllBytes(path));
        }
    }
}
