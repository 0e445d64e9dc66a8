package bouncer.worker.runtime;

import bouncer.checks.Cpu;
import bouncer.checks.ExecutionEnvironment;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import java.util.List;
import java.util.stream.Stream;

/** A thread of the real machine. */
record RealThreadHandle(Thread thread, Part part) implements ExecutionEnvironment.Player {
    private static final int LOOKS = 10;
    /** Who sleeps for a set time waits for nobody and goes on by itself: it gets the time for a short sleep. */
    private static final int LOOKS_AT_A_SLEEPER = 100;

    /** Frames of the JDK that a call of Thread.sleep may have above it, on a virtual thread too. */
    private static final int DEPTH_OF_SLEEP = 12;

    private static final int LOOK_MILLIS = 2;
    /** Far beyond any spin that one would call short, far below what a test would wait for. */
    private static final long BURNT_NANOS = 300_000_000;

    @Override
    public boolean sleeps() throws InterruptedException {
        long burntBefore = Math.max(0, Cpu.of(thread));
        int inARow = 0;
        // A thread may block for a moment on its way; only one that is still there after several looks has settled.
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

    /** What the thread does, and what it called last; to be asked once it has ended. */
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
