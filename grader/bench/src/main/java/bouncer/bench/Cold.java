package bouncer.bench;

import bouncer.engine.Coverage;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures a JVM from start to exit with a complete exploration of a counter of two threads: a student's least wait.
 */
public final class Cold {
    private static final int TIMES = 9;
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");

    private int count;

    Cold() {}

    private synchronized void increment() {
        count++;
    }

    void twoThreadsCount() throws InterruptedException {
        Thread first = new Thread(this::increment);
        Thread second = new Thread(this::increment);
        first.start();
        second.start();
        first.join();
        second.join();
        if (count != 2) {
            throw new AssertionError("lost");
        }
    }

    /** Explores the counter, in the JVM that is measured. */
    public static void main(String[] args) {
        Coverage coverage = Explorer.explore(Program.of(Cold.class, "twoThreadsCount"), Limits.standard())
                .coverage();
        System.exit(coverage instanceof Coverage.Complete ? 0 : 1);
    }

    /** Prints the minimum and the median of some runs, in milliseconds. */
    static void measure(String home) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(home, "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cold.class.getName()));
        long[] millis = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            if (exit != 0) {
                throw new IllegalStateException("no complete verdict on " + home);
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%nCold JVM to a complete verdict on a counter of two threads: minimum %d ms, median %d ms of %d%n",
                millis[0],
                millis[TIMES / 2],
                TIMES);
    }
}
