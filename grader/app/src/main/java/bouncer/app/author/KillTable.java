package bouncer.app.author;

import bouncer.app.author.Solution.Kind;
import bouncer.checks.result.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as text: a row for each fault, a column for each exercise; cells count mistakes by phase. Stateless. */
public final class KillTable {
    private KillTable() {}

    /** Writes the table, the sums and one line for each solution with an unexpected result. */
    public static String write(List<SolutionResult> results) {
        List<SolutionResult> mistakes = results.stream()
                .filter(result -> result.solution().kind() == Kind.MISTAKE)
                .toList();
        List<String> exercises = results.stream()
                .map(result -> result.solution().slug())
                .distinct()
                .toList();
        Set<String> faults = new TreeSet<>();
        mistakes.forEach(result -> faults.add(result.solution().fault()));
        StringBuilder text = new StringBuilder();
        row(
                text,
                "fault",
                exercises.stream()
                        .map(slug -> slug.replaceFirst("^(\\d+-\\w{1,6}).*", "$1"))
                        .toList());
        for (String fault : faults) {
            List<String> cells = new ArrayList<>();
            for (String exercise : exercises) {
                cells.add(cell(mistakes.stream()
                        .filter(result -> result.solution().slug().equals(exercise)
                                && result.solution().fault().equals(fault))
                        .toList()));
            }
            row(text, fault, cells);
        }
        text.append(
                "Found by r rule, c contract, e explore, s stress, t timing; \"7e\" 7 by exploration; \"!\" missed.\n");
        sums(text, results);
        results.stream()
                .filter(result -> !result.isAsExpected())
                .forEach(result -> text.append("WRONG ")
                        .append(result.solution())
                        .append(": ")
                        .append(result.problem())
                        .append('\n'));
        return text.toString();
    }

    private static String cell(List<SolutionResult> results) {
        String caught = Stream.of(Phase.values())
                .map(phase -> part(
                        results.stream()
                                .filter(result -> result.caughtBy().isPresent()
                                        && result.caughtBy().get().phase() == phase)
                                .count(),
                        String.valueOf(phase.letter())))
                .collect(Collectors.joining());
        return caught + part(wrong(results), "!");
    }

    private static String part(long count, String letter) {
        return count == 0 ? "" : count + letter;
    }

    private static void sums(StringBuilder text, List<SolutionResult> results) {
        for (Kind kind : Kind.values()) {
            List<SolutionResult> some = results.stream()
                    .filter(result -> result.solution().kind() == kind)
                    .toList();
            if (!some.isEmpty()) {
                text.append(String.format(
                        "%-12s %3d as expected, %d wrong%n",
                        kind.name().toLowerCase(java.util.Locale.ROOT), some.size() - wrong(some), wrong(some)));
            }
        }
    }

    private static long wrong(List<SolutionResult> results) {
        return results.stream().filter(result -> !result.isAsExpected()).count();
    }

    private static void row(StringBuilder text, String head, List<String> cells) {
        text.append(String.format("%-25s", head));
        cells.forEach(cell -> text.append(String.format(" %-10s", cell)));
        text.append('\n');
    }
}
