package bouncer.app.compile;

import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs javac in a child process, without annotation processors or anybody's class path. Stateless. */
public final class Compiler {
    private static final int LIMIT_SECONDS = 60;
    private static final int MOST_ERRORS = 5;
    private static final int LONGEST = 400;
    private static final Pattern ERROR = Pattern.compile("^(.+\\.java):(\\d+): error: (.*)$");

    private Compiler() {}

    /**
     * Compiles sources.
     *
     * @param sources text by path below the source root
     * @param work an empty directory for the sources
     * @param classes where the class files go
     * @return what is wrong; empty when it compiled
     * @throws IOException if the compiler itself could not be run
     */
    public static List<Finding> compile(Map<String, String> sources, Path work, Path classes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-Xmx512m",
                "-J-Xss4m",
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Duser.language=en",
                "-proc:none",
                "--release",
                "17",
                "-implicit:none",
                "-g",
                "-nowarn",
                "-encoding",
                "UTF-8",
                "-sourcepath",
                "",
                "-cp",
                "",
                "-d",
                classes.toAbsolutePath().toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue(), StandardCharsets.UTF_8);
            command.add(source.getKey());
        }
        Path log = work.resolve("javac.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("JAVA_TOOL") || key.startsWith("JDK_"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return List.of(new Finding.Unusable(
                    Fault.DOES_NOT_COMPILE, "The compiler did not finish within " + LIMIT_SECONDS + " s", null));
        }
        return process.exitValue() == 0 ? List.of() : errors(log);
    }

    private static List<Finding> errors(Path log) throws IOException {
        List<Finding> findings = new ArrayList<>();
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            Matcher error = ERROR.matcher(line);
            if (error.matches() && findings.size() < MOST_ERRORS) {
                Location at = new Location(error.group(1).replace('\\', '/'), Integer.parseInt(error.group(2)));
                findings.add(
                        new Finding.Unusable(Fault.DOES_NOT_COMPILE, "Does not compile: " + cut(error.group(3)), at));
            }
        }
        if (findings.isEmpty()) {
            findings.add(new Finding.Unusable(
                    Fault.DOES_NOT_COMPILE,
                    "The compiler gave up: " + cut(text.lines().findFirst().orElse("")),
                    null));
        }
        return findings;
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + " …";
    }
}
