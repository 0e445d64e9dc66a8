package bouncer.app.author;

import bouncer.checks.result.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of mutants as text: a row for each operator, then each survivor with its diff. Stateless. */
public final class MutantTable {
    private static final List<Phase> PHASES = List.copyOf(EnumSet.complementOf(EnumSet.of(Phase.COMPILE)));

    private MutantTable() {}

    /** Writes the table, the sums and the survivors. */
    public static String write(List<MutantResult> results) {
        StringBuilder text = new StringBuilder();
        Map<String, List<MutantResult>> rows = results.stream()
                .collect(
                        Collectors.groupingBy(result -> result.mutant().operator(), TreeMap::new, Collectors.toList()));
        line(text, "operator", "mutants", "killed", PHASES.stream().map(Phase::id), "equal", "alive");
        rows.forEach((operator, some) -> row(text, operator, some));
        row(text, "all", results);
        for (MutantResult result : results) {
            if (result.isUnexplained()) {
                text.append("SURVIVES ")
                        .append(result.name())
                        .append(result.trouble().isEmpty() ? "" : " " + result.trouble())
                        .append('\n')
                        .append(result.mutant().diff());
            }
            if (result.killedBy().isPresent() && !result.proof().isEmpty()) {
                text.append("KILLED although equivalent.toml lists it: ")
                        .append(result.name())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String operator, List<MutantResult> results) {
        long killed =
                results.stream().filter(result -> result.killedBy().isPresent()).count();
        long alive = results.stream().filter(MutantResult::isUnexplained).count();
        line(
                text,
                operator,
                results.size(),
                killed,
                PHASES.stream().map(phase -> by(results, phase)),
                results.size() - killed - alive,
                alive);
    }

    private static long by(List<MutantResult> results, Phase phase) {
        return results.stream()
                .flatMap(result -> result.killedBy().stream())
                .filter(check -> check.phase() == phase)
                .count();
    }

    private static void line(StringBuilder text, Object... cells) {
        List<Object> all = Stream.of(cells)
                .flatMap(cell -> cell instanceof Stream<?> some ? some : Stream.of(cell))
                .collect(Collectors.toList());
        text.append(String.format(Locale.ROOT, "%-24s" + " %8s".repeat(all.size() - 1) + "%n", all.toArray()));
    }
}
