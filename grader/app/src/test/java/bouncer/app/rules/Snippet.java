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
 * A small class in the package of a room, compiled.
 *
 * @param room the exercise whose rules count, with the small class in the place of the one the contract names
 * @param told what a refusal must say; empty when none is expected
 * @param classes by binary name with slashes
 */
record Snippet(Exercise room, String told, String code, SortedMap<String, byte[]> classes) {
    private static final String IMPORTS = "import java.io.*; import java.lang.invoke.*; import java.lang.reflect.*; "
            + "import java.nio.file.*; import java.time.*; import java.util.*; import java.util.concurrent.*; "
            + "import java.util.concurrent.atomic.*; import java.util.concurrent.locks.*; "
            + "import java.util.function.*; import java.util.stream.*;";

    String title() {
        return room.slug() + " " + (told.isEmpty() ? code.lines().findFirst().orElse("") : told);
    }

    /** Reads and compiles every snippet of a resource, once for each room that it names. */
    static List<Snippet> read(String resource, List<Exercise> rooms) {
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
            for (Exercise room : rooms) {
                if (head[0].equals("all")
                        || Arrays.asList(head[0].split(","))
                                .contains(room.slug().substring(0, 2))) {
                    String name = "Snippet" + parsed.size();
                    String home = room.packages().get(0);
                    sources.put(home + "." + name, source(home, name, code.toString(), members));
                    parsed.add(new Snippet(
                            judging(room, home + "." + name),
                            head.length > 1 ? head[1] : "",
                            code.toString(),
                            new TreeMap<>()));
                }
            }
        }
        SortedMap<String, byte[]> classes = MemoryCompiler.compile(sources);
        for (Snippet snippet : parsed) {
            String name = snippet.room.className().replace('.', '/');
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
        // MethodHandle.invoke throws anything.
        body = body.contains("findVirtual") ? body.replace("throws Exception", "throws Throwable") : body;
        return "package " + home + "; " + IMPORTS + " public class " + name + " {\n" + body + "\n}\n";
    }

    private static Exercise judging(Exercise room, String className) {
        return SampleExercise.about(className, room);
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
