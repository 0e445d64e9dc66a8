package bouncer.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What threads share and processes do not: memory, and their end. */
final class Processes {
    private static int counter;

    private Processes() {}

    static void run() throws IOException, InterruptedException {
        Show.line("A process has a memory of its own. Threads live in one process and share its memory, and its end.");

        Show.heading("Memory");
        counter = 0;
        Thread thread = new Thread(Processes::countHere);
        thread.start();
        thread.join();
        Show.line("  a thread added 1 to a static field 1000 times; here the field says      %d", counter);
        counter = 0;
        Children.Ended child = Children.start(List.of(), List.of(), "count");
        Show.line("  a child process did the same and ended with %d; it said%s", child.exitCode(), said(child));
        Show.line("  here the same field of the same class still says                        %d", counter);

        Show.heading("The end");
        Children.Ended dead = Children.start(List.of(), List.of("-Xmx16m", "-XX:+ExitOnOutOfMemoryError"), "eat");
        Show.line("  a child process ate all of its memory and died with exit code %d", dead.exitCode());
        Show.line("  we are in another process, and still here");
        Children.Ended together = Children.start(List.of(), List.of(), "exit");
        String[] counts = together.output().strip().split(" ", -1);
        Show.line("  in another child three threads ran; two were to count to 100, the third called System.exit(7)");
        Show.line(
                "  exit code %d; the two innocent threads had come to %s and %s: an end of the process is the end of all",
                together.exitCode(), counts[0], counts.length > 1 ? counts[1] : "?");
    }

    private static String said(Children.Ended child) {
        return " " + child.output().strip();
    }

    /** Runs in a thread of this process, and in a child. */
    static void countHere() {
        for (int i = 0; i < 1000; i++) {
            counter++;
        }
        if (!Thread.currentThread().getName().startsWith("Thread-")) {
            System.out.println(counter);
        }
    }

    static void eatAllMemory() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[1 << 20]);
        }
    }
}
