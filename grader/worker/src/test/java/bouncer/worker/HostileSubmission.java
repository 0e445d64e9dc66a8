package bouncer.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A submission that exits, hangs, and exhausts memory, threads and output. */
public final class HostileSubmission {
    private HostileSubmission() {}

    /** Runs a task in a thread of its own and waits for a signal that comes only if it returns. */
    public static void runAndWait(Runnable task) {
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
                    task.run();
                    done.countDown();
                })
                .start();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Violates its contract. */
    public static Integer nothing() {
        return null;
    }

    /** Returns 1. */
    public static int one() {
        return 1;
    }

    /** Throws. */
    public static void refuse() {
        throw new IllegalStateException("refused");
    }

    /** Throws in the JDK if the list is empty. */
    public static Object first(List<?> list) {
        return list.get(0);
    }

    /** Ends the process. */
    public static void exit() {
        System.exit(0);
    }

    /** Halts the process without output. */
    public static void halt() {
        Runtime.getRuntime().halt(0);
    }

    /** Runs without end and ignores interrupts. */
    @SuppressWarnings("InfiniteLoopStatement")
    public static void loop() {
        long n = 0;
        while (true) {
            n++;
        }
    }

    /** Runs without end in code of the JDK. */
    public static boolean loopInLibrary() {
        return Stream.generate(() -> 1).anyMatch(number -> number == 2);
    }

    /** A class whose initialiser never ends. */
    public static final class NeverInitialised {
        static {
            loop();
        }

        private NeverInitialised() {}

        /** Is never reached. */
        public static void call() {
            print();
        }
    }

    /** Calls itself without end. */
    public static int overflow(int n) {
        return overflow(n + 1) + 1;
    }

    /** Fills the heap and catches the error. */
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

    /** Waits for a notification that never comes. */
    public static void waitForNothing() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints more than is kept. */
    public static void print() {
        for (int i = 0; i < 1_000; i++) {
            System.out.println("line " + i + " " + "x".repeat(1_000));
        }
    }

    /** Throws an exception whose methods misbehave. */
    public static void throwTrap() {
        throw new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        };
    }

    /** Holds the lock that a thread needs to join this one. */
    public static void holdOwnThread() {
        synchronized (Thread.currentThread()) {
            loop();
        }
    }

    /** Holds the lock that starting a thread takes, on some JDKs. */
    public static void holdThreadClass() {
        synchronized (Thread.class) {
            loop();
        }
    }

    /** Counts for minutes in loops that a compiler may leave without a safepoint. */
    public static int countedLoop() {
        int sum = 0;
        for (int h = 0; h < 1 << 10; h++) {
            for (int i = 0; i < 1 << 14; i++) {
                for (int j = 0; j < 1 << 20; j++) {
                    sum += (i ^ j) % 7 == h ? j : i;
                }
            }
        }
        return sum;
    }
}
