package bouncer.app.cli;

import bouncer.app.sandbox.Debugging;
import picocli.CommandLine.Option;

/** Whether a debugger is to be let in, for the commands that run a submission where somebody may watch. */
final class DebugOptions {
    @Option(
            names = "--debug",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "5005",
            defaultValue = "0",
            description = "wait for a debugger on this port of this machine (5005) before your class runs; nothing "
                    + "counts as a hang then")
    private int port;

    boolean areGiven() {
        return port > 0;
    }

    /**
     * From now on a worker waits, and the person who must attach is told so.
     *
     * @param then what runs once a debugger is there
     */
    void apply(String then) {
        Debugging.on(port);
        System.err.println(
                "bouncer: attach a debugger to 127.0.0.1:" + port + " and set breakpoints in your class; then " + then);
    }
}
