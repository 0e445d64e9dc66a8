package bouncer.demo;

import java.io.IOException;
import java.util.List;

/** Two tasks in progress at once: taking turns on one core, at the same moment on two cores. */
final class Concurrency {
    private static final double HALF = 0.5;

    private Concurrency() {}

    static void run() throws IOException, InterruptedException {
        Console.line("Concurrency: more than one task is in progress. They need not run at the same moment.");
        Console.line("#  it runs     -  in progress, but another one has the core");
        int pieces = ActivityTrace.piecesFor(150);

        Console.heading("One after the other: not concurrent");
        ActivityTrace turns = ActivityTrace.inTurn(2, pieces);
        turns.draw();
        Console.line("  Both in progress at once? %s.", yes(turns.allInProgressAtOnce()));

        List<String> one = ChildJvms.oneCore();
        if (one.isEmpty()) {
            Console.heading("Two threads on one core: cannot be shown here");
            Console.line("  This machine has no command that binds a process to one core (taskset).");
        } else {
            Console.heading("Two threads on one core: concurrent, not parallel");
            System.out.print(
                    ChildJvms.start(one, List.of(), "together", "" + pieces).output());
        }

        int cores = Machine.cores();
        Console.heading("Two threads on " + cores + (cores == 1 ? " core" : " cores")
                + (cores > 1 ? ": concurrent and parallel" : ": this machine has no second one"));
        double overlap = Parallelism.measure("together", pieces);
        if (cores > 1 && overlap < HALF) {
            Console.line("  %s", Machine.busy());
        }
        Console.line("%nAll of these runs did the same work. Only two cores can make it faster; taking turns cannot.");
    }

    static String yes(boolean answer) {
        return answer ? "yes" : "no";
    }
}
