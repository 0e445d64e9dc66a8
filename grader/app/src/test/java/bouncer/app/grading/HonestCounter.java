package bouncer.app.grading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A correct counter with additional members that are odd or hostile; {@code hook()}, if it is one of them, is called at
 * every increment.
 */
record HonestCounter(String text) {
    private static final String COUNTER = """
            package counter;

            public class ThreadSafeCounter {
                private long value;

                public synchronized void increment() { HOOK value++; }

                public synchronized void decrement() { HOOK value--; }

                public synchronized long get() { return value; }

                public synchronized long getAndReset() { long old = value; value = 0; return old; }

                MEMBERS
            }
            """;

    /** Returns the lines of {@code odd.txt}: unusual but legitimate members. */
    static List<String> oddities() throws IOException {
        try (InputStream in = Objects.requireNonNull(HonestCounter.class.getResourceAsStream("odd.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Returns a counter with members, below a first line; the member REMOVE removes a method of the contract. */
    static HonestCounter with(String members, String first, Path canary) {
        String text = COUNTER.replace("HOOK", members.contains("void hook()") ? "hook();" : "");
        if (members.equals("REMOVE")) {
            text = text.replace("public synchronized void decrement() {  value--; }", "");
        }
        return new HonestCounter(first
                + text.replace("MEMBERS", members.replace("REMOVE", ""))
                        .replace("CANARY", canary.toString().replace('\\', '/'))
                        .replace("DEEP", "(".repeat(20_000) + "1" + ")".repeat(20_000))
                        .replace("LONGNAME", "L" + "o".repeat(300) + "ng"));
    }

    /** Writes it into a submission's directory and returns the directory. */
    Path writtenTo(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("counter"));
        Files.writeString(directory.resolve("counter/ThreadSafeCounter.java"), text);
        return directory;
    }
}
