package bouncer.engine.hooks;

import bouncer.engine.model.Variation;
import bouncer.engine.run.Chance;

/** Calls of {@code Runtime} in instrumented code whose answers differ from machine to machine and from run to run. */
public final class RuntimeCalls {
    private RuntimeCalls() {}

    public static int availableProcessors(Runtime runtime) {
        Variation.sees(Chance.MACHINE);
        return Variation.processors();
    }

    public static long totalMemory(Runtime runtime) {
        Variation.sees(Chance.MACHINE);
        return Variation.totalMemory();
    }

    public static long maxMemory(Runtime runtime) {
        Variation.sees(Chance.MACHINE);
        return Variation.totalMemory();
    }

    public static long freeMemory(Runtime runtime) {
        Variation.sees(Chance.MACHINE);
        return Variation.freeMemory();
    }
}
