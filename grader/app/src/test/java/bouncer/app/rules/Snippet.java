package bouncer.app.rules;

import bouncer.app.catalogue.Exercise;
import bouncer.app.catalogue.SampleExercise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small compiled class in the package of an exercise.
 *
 * @param exercise the exercise whose rules apply, with this class as the one that the contract names
 * @param expected a part of the expected refusal; empty if none is expected
 * @param classes class files by binary name with slashes
 */
record Snippet(Exercise exercise, String expected, String code, SortedMap<String, byte[]> classes) {
    private static final String IMPORTS = "import java.io.*; import java.lang.invoke.*; import java.lang.reflect.*; "
            + "import java.nio.file.*; import java.time.*; import java.util.*; import java.util.concurrent.*; "
            + "import java.util.concurrent.atomic.*; import java.util.concurrent.locks.*; "
            + "import java.util.function.*; import java.util.stream.*;";

    String title() {
        return exercise.slug() + " "
                + (expected.isEmpty() ? code.lines().findFirst().orElse("") : expected);
    }

    /** Reads and compiles the snippets of a resource, once for each exercise that they name. */
    static List<Snippet> read(String resource, List<Exercise> exercises) {
        List<Snippet> parsed = new ArrayList<>();
        SortedMap<String, String> sources = new TreeMap<>();
        List<String> lines = lines(resource);
        for (int i = 0; i < lines.size(); i++) {
            boolean members = lines.get(i).indexOf(" :: ") < 0;
            int cut = lines.get(i).indexOf(members ? " {" : " :: ");
            String[] head = lines.get(i).substring(0, cut).split(" => ", 2);
            StringBuilder code = new StringBuilder(
                    lines.get(i).substring(cut + (members ? 2 : 4)).strip());
            while (members && !lines.get(++i).equals("}")) {
                code.append('\n').append(lines.get(i));
            }
            for (Exercise exercise : exercises) {
                if (head[0].equals("all")
                        || Arrays.asList(head[0].split(","))
                                .contains(exercise.slug().substring(0, 2))) {
                    String name = "Snippet" + parsed.size();
                    String home = exercise.packages().get(0);
                    sources.put(home + "." + name, source(home, name, code.toString(), members));
                    parsed.add(new Snippet(
                            judging(exercise, home + "." + name),
                            head.length > 1 ? head[1] : "",
                            code.toString(),
                            new TreeMap<>()));
                }
            }
        }
        SortedMap<String, byte[]> classes = MemoryCompiler.compile(sources);
        for (Snippet snippet : parsed) {
            String name = snippet.exercise.className().replace('.', '/');
            classes.forEach((key, bytes) -> {
                if (key.equals(name) || key.startsWith(name + "$")) {
                    snippet.classes.put(key, bytes);
                }
            });
        }
        return parsed;
    }

    private static String source(String home, String name, String code, boolean members) {
        String body = members ? code : "void run() throws Exception {\n" + code + "\n}";
        // MethodHandle.invoke can throw any Throwable.
        body = body.contains("findVirtual") ? body.replace("throws Exception", "throws Throwable") : body;
        return "package " + home + "; " + IMPORTS + " public class " + name + " {\n" + body + "\n}\n";
    }

    private static Exercise judging(Exercise exercise, String className) {
        return SampleExercise.about(className, exercise);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Snippet.class.getResourceAsStream(resource), resource)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
