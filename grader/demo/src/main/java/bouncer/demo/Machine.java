package bouncer.demo;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine's processors and its load, on which the measurements depend. Stateless. */
final class Machine {
    private Machine() {}

    /** Returns the number of processors that this process may use. */
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Returns a sentence that explains why two threads gained less than two processors allow, with the load if known.
     */
    static String busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String told = load < 0 ? "" : String.format(Locale.ROOT, " (load %.1f on %d cores)", load, cores());
        return "Other programs are using the cores" + told + ": try again when the machine is idle.";
    }
}
