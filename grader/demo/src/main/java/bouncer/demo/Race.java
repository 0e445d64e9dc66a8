package bouncer.demo;

import java.util.concurrent.CyclicBarrier;

/** Shows a bank balance that loses an update, and the interleaving that lost it. */
final class Race {
    private static final int TIMES = 1_000_000;
    private static final int MOST_TRIES = 30;
    private static final int MOST_ROUNDS = 2_000_000;
    // Volatile, so that the compiler cannot turn the loop into one addition; updates are lost all the same.
    private volatile long balance;
    private final Meeting meeting = Meeting.brief();

    private Race() {}

    static void run() throws Exception {
        Console.line("A race: the result depends on which thread is faster.");
        Console.line("  deposit(amount):   seen = balance        (read)");
        Console.line("                     balance = seen + amount   (add, write)");
        many();
        one();
        Console.line("%nThe fix: no other thread may write between the read and the write. See: demo lock");
    }

    /** Repeats rounds of deposits until some are lost; that may take several if the threads hardly overlap. */
    private static void many() throws InterruptedException {
        Console.heading("Many deposits");
        Console.line("  balance 100; two threads deposit 1, %,d times each", TIMES);
        long expected = 100 + 2L * TIMES;
        long found = expected;
        int tried = 0;
        while (found == expected && tried < MOST_TRIES) {
            found = twoThreads();
            tried++;
        }
        Console.line("  expected %,d   found %,d   lost %,d", expected, found, expected - found);
        if (found == expected) {
            Console.line(
                    "  None was lost in %d tries. It is wrong all the same: start it again, or on more cores.", tried);
        } else if (tried > 1) {
            Console.line("  That was try %d. Before it nothing was lost, and nothing warned of it.", tried);
        }
    }

    private static long twoThreads() throws InterruptedException {
        Race account = new Race();
        account.balance = 100;
        Meeting meeting = Meeting.patient();
        Runnable deposits = () -> {
            meeting.await();
            for (int i = 0; i < TIMES; i++) {
                account.deposit(1);
            }
        };
        Thread first = new Thread(deposits);
        Thread second = new Thread(deposits);
        first.start();
        second.start();
        first.join();
        second.join();
        return account.balance;
    }

    private void deposit(long amount) {
        long seen = balance;
        balance = seen + amount;
    }

    /** The values that one thread read and wrote in one round. */
    private static final class Log {
        private long seen;
        private long written;
    }

    private static void one() throws Exception {
        Console.heading("One lost deposit, step by step");
        Race account = new Race();
        Log ten = new Log();
        Log twenty = new Log();
        int[] round = new int[1];
        boolean[] lost = new boolean[1];
        CyclicBarrier start = new CyclicBarrier(2, () -> account.balance = 100);
        CyclicBarrier end = new CyclicBarrier(2, () -> {
            lost[0] = account.balance != 130;
            round[0]++;
        });
        Thread other = new Thread(() -> rounds(account, twenty, 20, start, end, round, lost));
        other.start();
        rounds(account, ten, 10, start, end, round, lost);
        other.join();
        if (!lost[0]) {
            Console.line("  %,d rounds of two deposits, and none was lost: with one core that takes luck.", round[0]);
            return;
        }
        Console.line("  balance 100; T1 deposits 10, T2 deposits 20; round %,d:%n", round[0]);
        draw(ten, twenty, account.balance);
    }

    private static void rounds(
            Race account, Log log, long amount, CyclicBarrier start, CyclicBarrier end, int[] round, boolean[] lost) {
        try {
            while (!lost[0] && round[0] < MOST_ROUNDS) {
                start.await();
                account.meeting.await();
                log.seen = account.balance;
                log.written = log.seen + amount;
                account.balance = log.written;
                end.await();
            }
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Draws the interleaving: both threads read 100, else nothing would be lost; the final balance shows which wrote
     * last.
     */
    private static void draw(Log ten, Log twenty, long balance) {
        boolean t1Last = balance == ten.written;
        Console.line("    %-26s %-26s %s", "T1: deposit(10)", "T2: deposit(20)", "balance");
        Console.line("    %-26s %-26s %d", "reads " + ten.seen, "", 100);
        Console.line("    %-26s %-26s %d", "", "reads " + twenty.seen, 100);
        if (t1Last) {
            Console.line("    %-26s %-26s %d", "", "writes " + twenty.written, twenty.written);
            Console.line("    %-26s %-26s %d", "writes " + ten.written, "", ten.written);
        } else {
            Console.line("    %-26s %-26s %d", "writes " + ten.written, "", ten.written);
            Console.line("    %-26s %-26s %d", "", "writes " + twenty.written, twenty.written);
        }
        Console.line("%n    expected 130, found %d: the deposit of %d is gone.", balance, t1Last ? 20 : 10);
        Console.line("    (Seen: what each read and wrote, and the balance at the end. Which of the two reads came"
                + " first cannot be seen from outside, and makes no difference.)");
    }
}
