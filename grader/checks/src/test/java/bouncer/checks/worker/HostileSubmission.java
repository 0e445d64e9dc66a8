package bouncer.checks.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Plays a submission that does what no submission should. */
public final class HostileSubmission {
    private HostileSubmission() {}

    /** Ends the process. */
    public static void exit() {
        System.exit(0);
    }

    /** Ends the process without a word. */
    public static void halt() {
        Runtime.getRuntime().halt(0);
    }

    /** Runs for ever and ignores interrupts. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void loop() {
        long n = 0;
        while (true) {
            n++;
        }
    }

    /** Calls itself for ever. */
    public static int overflow(int n) {
        return overflow(n + 1) + 1;
    }

    /** Eats the heap and hides that. */
    public static void eat() {
        try {
            List<long[]> eaten = new ArrayList<>();
            while (!eaten.isEmpty() || eaten.add(new long[1])) {
                eaten.add(new long[1 << 20]);
            }
        } catch (Throwable hidden) {
            return;
        }
    }

    /** Leaves hundreds of threads behind. */
    public static void leak() {
        for (int i = 0; i < 200; i++) {
            Thread thread = new Thread(HostileSubmission::waitForNothing);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Waits for what nobody does. */
    public static void waitForNothing() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints more than anybody reads. */
    public static void print() {
        for (int i = 0; i < 1_000; i++) {
            System.out.println("line " + i + " " + "x".repeat(1_000));
        }
    }

    /** Throws what is hard to ask. */
    public static void throwTrap() {
        throw new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        };
    }
}
