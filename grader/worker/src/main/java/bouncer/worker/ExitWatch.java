package bouncer.worker;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Message;
import java.io.IOException;

/**
 * A shutdown hook that finds out who called {@code System.exit}: that thread is still inside the call, with its stack.
 * Then it ends the process at once, so that no hook of the submission's can keep it.
 */
final class ExitWatch extends Thread {
    private final Channel channel;
    private final StudentCode code;
    private volatile String running = "";

    ExitWatch(Channel channel, StudentCode code) {
        super("exit");
        this.channel = channel;
        this.code = code;
    }

    void running(String checkId) {
        running = checkId;
    }

    @Override
    public void run() {
        String id = running;
        try {
            for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
                Location at = !id.isEmpty() && exits(stack) ? code.first(stack) : null;
                if (at != null) {
                    channel.send(new Message.Failed(
                            id, new Finding.Crash(Fault.EXIT, "Your code called System.exit in " + at, at)));
                    break;
                }
            }
        } catch (IOException e) {
            // The parent sees the process end without an answer and says so itself.
            running = "";
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static boolean exits(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Shutdown")) {
                return true;
            }
        }
        return false;
    }
}
