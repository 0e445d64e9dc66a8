package bouncer.app.sandbox;

import java.util.List;

/** Whether a debugger is to be let into workers, as the system property {@code bouncer.debug.port} says. Stateless. */
public final class Debugging {
    private static final String PORT = "bouncer.debug.port";

    private Debugging() {}

    /** From now on a worker waits for a debugger on this port of this machine before it does anything. */
    public static void on(int port) {
        System.setProperty(PORT, Integer.toString(port));
    }

    /** True if workers wait for a debugger, so that no clock may run against them. */
    public static boolean isOn() {
        return Integer.getInteger(PORT) != null;
    }

    /** What it takes on a worker's command line; nothing by default. */
    static List<String> options() {
        return isOn()
                ? List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:"
                        + Integer.getInteger(PORT))
                : List.of();
    }
}
