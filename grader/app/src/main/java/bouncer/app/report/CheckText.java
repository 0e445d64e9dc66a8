package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.WaitingThread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain lines why a check is not passed: what the board shows and what every writer puts beside a check. Stateless. */
public final class CheckText {
    private static final int MESSAGE_LINES = 20;
    private static final int LINE = 400;
    private static final int WAITERS = 16;
    private static final int STACK = 6;
    private static final int STEPS = 24;
    private static final int WIDTH = 96;

    private CheckText() {}

    /** All lines about a check, each one clean and of bounded length; none when it passed. */
    static List<String> of(CheckReport check) {
        List<String> lines = new ArrayList<>();
        check.result().findings().forEach(finding -> lines.addAll(of(finding)));
        if (!check.result().note().isEmpty()) {
            lines.add(Sanitizer.line(check.result().note(), LINE));
        }
        return lines;
    }

    /** The same as one text. */
    public static String text(CheckReport check) {
        return String.join("\n", of(check));
    }

    /** All lines about a finding. */
    static List<String> of(Finding finding) {
        List<String> lines = new ArrayList<>(message(finding, MESSAGE_LINES, LINE));
        lines.addAll(accesses(finding));
        finding.waiters().stream().limit(WAITERS).forEach(waiter -> lines.add("  " + sentence(waiter)));
        lines.add(place(finding));
        lines.addAll(ScheduleTable.draw(finding.schedule(), STEPS, WIDTH));
        String replay = finding.replay();
        if (replay != null) {
            lines.add("replay: " + Sanitizer.line(replay, 2 * LINE));
        }
        return lines;
    }

    /** The message, at most so many lines of at most so many characters. */
    static List<String> message(Finding finding, int mostLines, int most) {
        List<String> lines = Sanitizer.clean(finding.message())
                .strip()
                .lines()
                .map(line -> Sanitizer.cut(line, most))
                .toList();
        return lines.size() <= mostLines ? lines : lines.subList(0, mostLines);
    }

    /** Both sides of a data race, each with the calls that led there. */
    static List<String> accesses(Finding finding) {
        if (!(finding instanceof Finding.DataRace race)) {
            return List.of();
        }
        return Stream.of(race.first(), race.second())
                .map(access -> Sanitizer.line(
                        "  " + access.thread() + " " + access.what() + " at "
                                + access.stack().stream()
                                        .limit(STACK)
                                        .map(Location::toString)
                                        .collect(Collectors.joining(", called at ")),
                        LINE))
                .map(line -> "  " + line)
                .toList();
    }

    /** Where it is and what it is called: {@code at counter/ThreadSafeCounter.java:12 [lost-update]}. */
    static String place(Finding finding) {
        Location at = finding.location();
        String name = "[" + finding.fault().id() + "]";
        return at == null ? name : "at " + Sanitizer.line(at.toString(), LINE) + " " + name;
    }

    /** One waiting thread in words. */
    static String sentence(WaitingThread waiter) {
        Location at = waiter.at();
        return Sanitizer.line(
                waiter.thread() + " waits for " + waiter.waitsFor() + (at == null ? "" : " at " + at), LINE);
    }
}
