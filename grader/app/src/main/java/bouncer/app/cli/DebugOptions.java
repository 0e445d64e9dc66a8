package bouncer.app.cli;

import bouncer.app.sandbox.Debugging;
import picocli.CommandLine.Option;

/** The option {@code --debug}, for commands that run one submission interactively. */
final class DebugOptions {
    @Option(
            names = "--debug",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "5005",
            defaultValue = "0",
            description = "wait for a debugger on this port of this machine (5005) before your class runs; time limits "
                    + "do not apply then")
    private int port;

    boolean areGiven() {
        return port > 0;
    }

    /**
     * Makes every worker wait for a debugger from now on, and prints how to attach one.
     *
     * @param then what runs once a debugger is attached, for the message
     */
    void apply(String then) {
        Debugging.on(port);
        System.err.println(
                "bouncer: attach a debugger to 127.0.0.1:" + port + " and set breakpoints in your class; then " + then);
    }
}
