package bouncer.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shows that threads share memory and the end of the process, and that processes do not. */
final class Processes {
    private static int counter;

    private Processes() {}

    static void run() throws IOException, InterruptedException {
        Console.line(
                "A process has a memory of its own. Threads live in one process and share its memory, and its end.");

        Console.heading("Memory");
        counter = 0;
        Thread thread = new Thread(Processes::countHere);
        thread.start();
        thread.join();
        Console.line("  a thread added 1 to a static field 1000 times; here the field says      %d", counter);
        counter = 0;
        ChildJvms.Ended child = ChildJvms.start(List.of(), List.of(), "count");
        Console.line("  a child process did the same and ended with %d; it said%s", child.exitCode(), said(child));
        Console.line("  here the same field of the same class still says                        %d", counter);

        Console.heading("The end");
        ChildJvms.Ended dead = ChildJvms.start(List.of(), List.of("-Xmx16m", "-XX:+ExitOnOutOfMemoryError"), "eat");
        Console.line("  a child process ate all of its memory and died with exit code %d", dead.exitCode());
        Console.line("  this process is another one and still runs");
        ChildJvms.Ended together = ChildJvms.start(List.of(), List.of(), "exit");
        String[] counts = together.output().strip().split(" ", -1);
        Console.line("  in another child three threads ran; two were to count to 100, the third called System.exit(7)");
        Console.line(
                "  exit code %d; the two other threads had counted to %s and %s: all threads end with the process",
                together.exitCode(), counts[0], counts.length > 1 ? counts[1] : "?");
    }

    private static String said(ChildJvms.Ended child) {
        return " " + child.output().strip();
    }

    /** Adds 1 to the counter 1000 times; runs in a thread of this process and in a child. */
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
