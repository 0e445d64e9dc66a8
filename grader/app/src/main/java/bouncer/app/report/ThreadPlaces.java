package bouncer.app.report;

import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.RacingAccess;
import bouncer.checks.result.WaitingThread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says where the threads of a finding are: those that race, and those that wait. Stateless. */
final class ThreadPlaces {
    private static final int LINE = 400;
    private static final int WAITERS = 16;
    private static final int STACK = 6;

    private ThreadPlaces() {}

    /** Returns one line for each racing access and for each waiting thread; empty if there are none. */
    static List<String> of(Finding finding) {
        List<String> lines = accesses(finding);
        lines.addAll(waiters(finding));
        return lines;
    }

    /** Returns one line for each access of a data race, with its call stack. */
    private static List<String> accesses(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (finding instanceof Finding.DataRace race) {
            for (RacingAccess access : List.of(race.first(), race.second())) {
                if (!access.stack().isEmpty()) {
                    String stack = access.stack().stream()
                            .limit(STACK)
                            .map(Location::toString)
                            .collect(Collectors.joining(", called at "));
                    lines.add(access.thread() + " is at " + stack);
                }
            }
        }
        return lines;
    }

    /** Returns one line for each waiting thread; only its place if the message already says what each waits for. */
    private static List<String> waiters(Finding finding) {
        List<WaitingThread> waiters = finding.waiters();
        boolean named =
                waiters.stream().allMatch(waiter -> finding.message().contains(waiter.thread() + " waits for "));
        if (named && waiters.size() == 1) {
            return List.of();
        }
        return waiters.stream()
                .limit(WAITERS)
                .filter(waiter -> !named || waiter.at() != null)
                .map(waiter -> named ? waiter.thread() + " is at " + waiter.at() : sentence(waiter))
                .toList();
    }

    /** Returns a sentence about a waiting thread. */
    private static String sentence(WaitingThread waiter) {
        Location at = waiter.at();
        return Sanitizer.line(
                waiter.thread() + " waits for " + waiter.waitsFor() + (at == null ? "" : " at " + at), LINE);
    }
}
