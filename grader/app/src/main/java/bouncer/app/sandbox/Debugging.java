package bouncer.app.sandbox;

import java.util.List;

/** Lets a debugger attach to workers, as the system property {@code bouncer.debug.port} says. Stateless. */
public final class Debugging {
    private static final String PORT = "bouncer.debug.port";

    private Debugging() {}

    /**
     * Makes every worker wait for a debugger before it does anything.
     *
     * @param port the port on this machine
     */
    public static void on(int port) {
        System.setProperty(PORT, Integer.toString(port));
    }

    /** Returns true if workers wait for a debugger, so that time limits must not apply. */
    public static boolean isOn() {
        return Integer.getInteger(PORT) != null;
    }

    /** Returns the JVM options that a worker needs for this; none by default. */
    static List<String> options() {
        return isOn()
                ? List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:"
                        + Integer.getInteger(PORT))
                : List.of();
    }
}
