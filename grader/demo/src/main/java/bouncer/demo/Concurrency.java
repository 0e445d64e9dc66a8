package bouncer.demo;

import java.io.IOException;
import java.util.List;

/** Two tasks in progress at once: on one core by turns, on two cores at the same moment. */
final class Concurrency {
    private static final double HALF = 0.5;

    private Concurrency() {}

    static void run() throws IOException, InterruptedException {
        Show.line("Concurrency: more than one task is in progress. Nobody says that they run at the same moment.");
        Show.line("#  it runs     -  in progress, but another one has the core");
        int pieces = Track.piecesFor(150);

        Show.heading("One after the other: not concurrent");
        Track turns = Track.inTurn(2, pieces);
        turns.draw();
        Show.line("  Both in progress at once? %s.", yes(turns.allInProgressAtOnce()));

        List<String> one = Children.oneCore();
        if (one.isEmpty()) {
            Show.heading("Two threads on one core: cannot be shown here");
            Show.line("  This machine has no command that binds a process to one core (taskset).");
        } else {
            Show.heading("Two threads on one core: concurrent, not parallel");
            System.out.print(
                    Children.start(one, List.of(), "together", "" + pieces).output());
        }

        int cores = Machine.cores();
        Show.heading("Two threads on " + cores + (cores == 1 ? " core" : " cores")
                + (cores > 1 ? ": concurrent and parallel" : ": this machine has no second one"));
        double overlap = Parallelism.measure("together", pieces);
        if (cores > 1 && overlap < HALF) {
            Show.line("  %s", Machine.busy());
        }
        Show.line("%nAll of these runs did the same work. Only two cores can make it faster; taking turns cannot.");
    }

    static String yes(boolean answer) {
        return answer ? "yes" : "no";
    }
}
