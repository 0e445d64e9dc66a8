package bouncer.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.Catalogue;
import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;

/** Code that the contract cannot reach is neither judged nor run; whatever it can reach is both. */
class ReachableCodeTest {
    private static final String COUNTER = """
            package counter;
            public class ThreadSafeCounter {
                private long value;
                public synchronized void increment() { HOOK value++; }
                public synchronized void decrement() { value--; }
                public synchronized long get() { return value; }
                public synchronized long getAndReset() { long last = value; value = 0; return last; }
                MEMBERS
            }
            """;

    private static final String MAIN = """
            public static void main(String[] args) throws Exception {
                System.out.println(System.getProperty("java.version"));
                java.util.concurrent.ExecutorService pool = new Own();
                pool.execute(() -> System.exit(1));
                new Experiment().run();
            }
            static class Experiment implements Runnable { public void run() { Runtime.getRuntime().halt(1); } }
            static class Own extends java.util.concurrent.ForkJoinPool { void quit() { System.exit(2); } }
            """;

    private static Exercise exercise(String slug) {
        return Catalogue.load(Path.of("../../exercises")).stream()
                .filter(exercise -> exercise.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Rules.Seen look(String hook, String members) {
        String source = COUNTER.replace("HOOK", hook).replace("MEMBERS", members);
        return Rules.look(
                MemoryCompiler.compile(new TreeMap<>(Map.of("counter.ThreadSafeCounter", source))),
                exercise("04-counter"),
                name -> false);
    }

    @Test
    void anOwnMainIsNeitherJudgedNorRun() {
        Rules.Seen seen = look("", MAIN);
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.classes()).containsOnlyKeys("counter/ThreadSafeCounter");
        List<ClassNode> run = Rules.parse(seen.classes());
        assertThat(run.get(0).methods)
                .extracting(method -> method.name)
                .containsExactlyInAnyOrder("<init>", "increment", "decrement", "get", "getAndReset");
    }

    @Test
    void classesThatUseNothingForbiddenStayAsTheyAre() {
        String members =
                "public static void main(String[] args) { System.out.println(new ThreadSafeCounter().get()); }";
        Rules.Seen seen = look("", members);
        assertThat(seen.findings()).isEmpty();
        assertThat(Rules.parse(seen.classes()).get(0).methods)
                .extracting(method -> method.name)
                .contains("main");
    }

    /** A hook in a method of the contract, and members, joined by three colons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quit(); ::: static void quit() { System.exit(0); }",
                "Runnable r = () -> System.exit(0); r.run(); ::: ",
                "Runnable r = Evil::quit; r.run(); ::: static class Evil { static void quit() { System.exit(0); } }",
                "new Evil().quit(); ::: static class Evil extends Base { } "
                        + "static class Base { void quit() { System.exit(0); } }",
                "Base b = new Evil(); b.quit(); ::: static class Evil extends Base { void quit() { System.exit(0); } } "
                        + "static class Base { void quit() { } }",
                "new Evil(); ::: static class Evil { static { System.exit(0); } }",
                "new Evil(); ::: static class Evil { { System.exit(0); } }",
                "long x = Evil.SEEN; ::: static class Evil { static final long SEEN = quit(); "
                        + "static long quit() { System.exit(0); return 1; } }",
                "new Thread(new Evil()).start(); ::: "
                        + "static class Evil implements Runnable { public void run() { System.exit(0); } }",
                "new java.util.TreeMap<Evil, Evil>().put(new Evil(), null); ::: static class Evil implements "
                        + "Comparable<Evil> { public int compareTo(Evil e) { System.exit(0); return 1; } }",
                "String s = this + \"\"; ::: @Override public String toString() { System.exit(0); return null; }",
                "Quit q = Quit.valueOf(\"NOW\"); ::: enum Quit { NOW { void x() { } }; Quit() { System.exit(0); } }",
                "if (value < 0) throw new Evil(); ::: static class Evil extends RuntimeException { "
                        + "@Override public String getMessage() { System.exit(0); return null; } }",
                "Evil e = null; ::: record Evil(int code) { Evil { System.exit(code); } } static Evil at() { "
                        + "return new Evil(1); } @Override public int hashCode() { return at().code(); }",
                "Object o = new Object() { @Override public int hashCode() { System.exit(0); return 1; } }; ::: ",
                " ::: static { System.exit(0); }",
                " ::: private final int code = quit(); static int quit() { System.exit(0); return 1; }",
                " ::: public ThreadSafeCounter() { System.exit(0); }",
                " ::: @Override protected void finalize() { System.exit(0); }"
            })
    void whateverTheContractReachesIsJudged(String code) {
        String[] parts = code.split(":::", 2);
        assertThat(look(parts[0], parts[1]).findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("java.lang.System.exit"));
    }

    /** Methods that are looked up by name cannot be followed, so everything is judged. */
    @Test
    void aLookUpByNameReachesEverything() {
        String hook =
                "try { java.lang.invoke.MethodHandles.lookup().findStatic(ThreadSafeCounter.class, \"qu\" + \"it\","
                        + " java.lang.invoke.MethodType.methodType(void.class)).invoke(); } catch (Throwable t) { }";
        assertThat(look(hook, "static void quit() { System.exit(0); }").findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("java.lang.System.exit"));
    }

    /** A child process could run a main of the submission. */
    @Test
    void inTheExerciseAboutProcessesEverythingIsJudged() {
        String source = """
                package processes;
                public final class ChildProcess {
                    public record Result(int exitCode, String output) { }
                    public static Result run(Class<?> main, String input) { return new Result(0, ""); }
                    public static void main(String[] args) { System.exit(3); }
                }
                """;
        assertThat(Rules.look(
                                MemoryCompiler.compile(new TreeMap<>(Map.of("processes.ChildProcess", source))),
                                exercise("03-process"),
                                name -> false)
                        .findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("java.lang.System.exit"));
    }
}
