package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import java.util.List;

/** A thread of the real machine. */
record RealPlayer(Thread thread, Part part) implements World.Player {
    private static final int LOOKS = 10;
    private static final int LOOK_MILLIS = 2;
    /** Far beyond any spin that one would call short, far below what a test would wait for. */
    private static final long BURNT_NANOS = 300_000_000;

    @Override
    public boolean sleeps() throws InterruptedException {
        long burntBefore = Math.max(0, Cpu.of(thread));
        int inARow = 0;
        // A thread may block for a moment on its way; only one that is still there after several looks has settled.
        while (inARow < LOOKS) {
            switch (thread.getState()) {
                case TERMINATED -> {
                    return false;
                }
                case WAITING, TIMED_WAITING, BLOCKED -> inARow++;
                case NEW, RUNNABLE -> inARow = 0;
            }
            if (inARow == 0 && Cpu.of(thread) - burntBefore > BURNT_NANOS) {
                throw new CheckFailure(new Finding.Spinning(
                        Fault.BUSY_WAIT,
                        "A thread that should sleep while it waits burnt " + BURNT_NANOS / 1_000_000
                                + " ms of processor time instead",
                        CheckContext.place(thread)));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
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
        Calls.heard(part.called);
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
                called = Calls.recent();
            }
        }
    }
}
