package bouncer.app.handout;

import bouncer.app.grading.Version;
import bouncer.app.maven.Pom;
import bouncer.checks.Contract;
import bouncer.clients.run.ClientSession;
import bouncer.engine.Explorer;
import bouncer.worker.WorkerMain;
import bouncer.worker.submission.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The grader's modules as a Maven repository of files. The version contains a hash of the content, so that a student's
 * local repository never confuses the graders of two handouts.
 *
 * @param version the version of every module in it
 * @param tree the repository's files
 */
record GraderRepository(String version, Tree tree) {
    private static final String GROUP = "io/github/bouncer/";

    /**
     * Creates the repository from the poms of the project and the jars that this process runs from.
     *
     * @param home the project's directory
     * @throws IOException if a file cannot be read
     */
    static GraderRepository of(Path home) throws IOException {
        Map<String, byte[]> jars = new LinkedHashMap<>();
        jars.put("engine", Jars.holding(Explorer.class));
        jars.put("checks", Jars.holding(Contract.class));
        jars.put("clients", Jars.holding(ClientSession.class));
        jars.put("worker", Jars.holding(WorkerMain.class));
        jars.put("app", Jars.holding(Version.class));
        StringBuilder content = new StringBuilder();
        for (byte[] jar : jars.values()) {
            content.append(Hashes.sha256(jar));
        }
        content.append(Files.readString(home.resolve("pom.xml")));
        String version = Version.CURRENT + "-"
                + Hashes.sha256(content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 10);
        Tree tree = new Tree();
        add(tree, "bouncer", version, "pom", pom(home, "pom.xml", version));
        add(tree, "bouncer-grader", version, "pom", pom(home, "grader/pom.xml", version));
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            String artifact = "bouncer-" + jar.getKey();
            add(tree, artifact, version, "pom", pom(home, "grader/" + jar.getKey() + "/pom.xml", version));
            add(tree, artifact, version, "jar", jar.getValue());
        }
        return new GraderRepository(version, tree);
    }

    private static byte[] pom(Path home, String file, String version) throws IOException {
        return Pom.read(home.resolve(file)).version(version).text().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Tree tree, String artifact, String version, String type, byte[] bytes) {
        String path = GROUP + artifact + "/" + version + "/" + artifact + "-" + version + "." + type;
        tree.add(path, bytes);
        tree.add(path + ".sha1", Hashes.sha1(bytes));
    }
}
