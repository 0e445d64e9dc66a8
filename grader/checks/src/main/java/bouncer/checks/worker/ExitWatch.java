package bouncer.checks.worker;

import bouncer.checks.blame.StudentCode;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.wire.Channel;
import bouncer.checks.wire.Message;
import java.io.IOException;

/** A shutdown hook that finds out who called {@code System.exit}: that thread is still inside the call, with its stack. */
final class ExitWatch extends Thread {
    private final Channel channel;
    private final StudentCode code;
    private volatile String running = "";

    ExitWatch(Channel channel, StudentCode code) {
        this.channel = channel;
        this.code = code;
    }

    void running(String checkId) {
        running = checkId;
    }

    @Override
    public void run() {
        String id = running;
        if (id.isEmpty()) {
            return;
        }
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            boolean exiting = false;
            for (StackTraceElement frame : stack) {
                exiting |= frame.getClassName().equals("java.lang.Shutdown");
            }
            Location at = exiting ? code.first(stack) : null;
            if (at != null) {
                tell(new Message.Failed(
                        id, new Finding.Crash(Fault.EXIT, "Your code called System.exit in " + at, at)));
                return;
            }
        }
    }

    private void tell(Message message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            // The parent sees the process end without an answer and says so itself.
            return;
        }
    }
}
