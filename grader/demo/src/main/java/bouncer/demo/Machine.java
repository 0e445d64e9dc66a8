package bouncer.demo;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What this machine has, and how much of it others use: a measurement is worth no more than that. Stateless. */
final class Machine {
    private Machine() {}

    /** How many processors this process may use. */
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Why two threads gained less than two processors should give, as far as that can be told. */
    static String busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String told = load < 0 ? "" : String.format(Locale.ROOT, " (load %.1f on %d cores)", load, cores());
        return "Something else needs the cores at this moment" + told + ": try again when the machine is quiet.";
    }
}
