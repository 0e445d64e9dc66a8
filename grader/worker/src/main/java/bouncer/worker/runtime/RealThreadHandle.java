package bouncer.worker.runtime;

import bouncer.checks.Cpu;
import bouncer.checks.ExecutionEnvironment;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import java.util.List;
import java.util.stream.Stream;

/** A thread of the real machine. */
record RealThreadHandle(Thread thread, Part part) implements ExecutionEnvironment.Player {
    /** Samples in a row that must see a thread wait. */
    private static final int LOOKS = 10;
    /** The same for a thread in Thread.sleep, which continues by itself: enough for a short sleep to end. */
    private static final int LOOKS_AT_A_SLEEPER = 100;

    /** The most frames of the JDK on top of Thread.sleep, including those of virtual threads. */
    private static final int DEPTH_OF_SLEEP = 12;

    private static final int LOOK_MILLIS = 2;
    /** The processor time of a thread that spins, in nanoseconds: far more than a short spin before a wait takes. */
    private static final long BURNT_NANOS = 300_000_000;

    @Override
    public boolean sleeps() throws InterruptedException {
        long burntBefore = Math.max(0, Cpu.of(thread));
        int inARow = 0;
        // A thread may block briefly on its way; it waits only if several samples in a row see it wait.
        int enough = LOOKS;
        while (inARow < enough) {
            switch (thread.getState()) {
                case TERMINATED -> {
                    return false;
                }
                case WAITING, BLOCKED -> inARow++;
                case TIMED_WAITING -> {
                    inARow++;
                    enough = sleepsForATime() ? LOOKS_AT_A_SLEEPER : enough;
                }
                case NEW, RUNNABLE -> {
                    inARow = 0;
                    enough = LOOKS;
                }
            }
            if (inARow == 0 && Cpu.of(thread) - burntBefore > BURNT_NANOS) {
                throw new CheckFailure(new Finding.Spinning(
                        Fault.BUSY_WAIT,
                        "A thread that should sleep while it waits burnt " + BURNT_NANOS / 1_000_000
                                + " ms of processor time instead",
                        CheckContext.place(thread.getStackTrace())));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private boolean sleepsForATime() {
        return Stream.of(thread.getStackTrace())
                .limit(DEPTH_OF_SLEEP)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Thread")
                        && frame.getMethodName().equals("sleep"));
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public void join() throws InterruptedException {
        CheckContext.awaiting(thread);
        thread.join();
        CheckContext.awaiting(null);
        CallLog.heard(part.called);
    }

    @Override
    public boolean ended() {
        return !thread.isAlive();
    }

    /** The code of the thread, and the methods that it called last, which are read after its end. */
    static final class Part implements Runnable {
        private final Runnable body;
        // Plain: read after the join.
        private List<String> called = List.of();

        Part(Runnable body) {
            this.body = body;
        }

        @Override
        public void run() {
            try {
                body.run();
            } finally {
                called = CallLog.recent();
            }
        }
    }
}
