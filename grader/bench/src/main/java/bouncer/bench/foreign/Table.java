package bouncer.bench.foreign;

import bouncer.bench.foreign.Answer.Kind;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Prints the answers on a suite in total, by kind, and each that is untrue. */
final class Table {
    private Table() {}

    /**
     * Prints to standard output.
     *
     * @param all whether each program has a row, not only those with an untrue answer
     */
    static void print(Map<Scenario, Answer> answers, boolean all) {
        row("answer", "wrong programs", "right programs");
        row("---", "---", "---");
        total(
                answers,
                "told rightly, complete or with a failure",
                (s, a) -> a.kind() == (s.wrong() ? Kind.FAILED : Kind.COMPLETE));
        total(answers, "no failure found, not complete", (s, a) -> a.kind() == Kind.SAMPLED);
        total(answers, "untrue: called right, complete", (s, a) -> s.wrong() && a.kind() == Kind.COMPLETE);
        total(answers, "untrue: called broken", (s, a) -> !s.wrong() && a.kind() == Kind.FAILED);
        total(answers, "untrue: engine error", (s, a) -> a.kind() == Kind.ENGINE_ERROR);
        total(answers, "uncontrolled", (s, a) -> a.kind() == Kind.UNCONTROLLED);
        total(answers, "too long", (s, a) -> a.kind() == Kind.TOO_LONG);
        total(answers, "all", (s, a) -> true);
        Map<String, Integer> reasons = new TreeMap<>();
        answers.values().stream()
                .filter(answer -> answer.kind() == Kind.UNCONTROLLED)
                .forEach(answer -> reasons.merge(answer.detail(), 1, Integer::sum));
        if (!reasons.isEmpty()) {
            System.out.println();
            row("uncontrolled because", "programs");
            row("---", "---");
            reasons.forEach((reason, count) -> row(reason, count.toString()));
        }
        System.out.println();
        row("program", "is", "answer", "detail", "executions", "ms");
        row("---", "---", "---", "---", "---", "---");
        answers.forEach((scenario, answer) -> {
            boolean open = answer.kind() == Kind.TOO_LONG || answer.kind() == Kind.UNCONTROLLED;
            boolean missed = scenario.wrong() && answer.kind() == Kind.SAMPLED;
            if (all || open || missed || answer.isUntrue(scenario.wrong())) {
                row(
                        scenario.title(),
                        scenario.wrong() ? "wrong" : "right",
                        answer.kind().toString(),
                        answer.detail(),
                        Long.toString(answer.executions()),
                        Long.toString(answer.millis()));
            }
        });
    }

    private static void total(Map<Scenario, Answer> answers, String what, BiPredicate<Scenario, Answer> which) {
        long[] counts = new long[2];
        answers.forEach((scenario, answer) -> counts[scenario.wrong() ? 0 : 1] += which.test(scenario, answer) ? 1 : 0);
        row(what, Long.toString(counts[0]), Long.toString(counts[1]));
    }

    private static void row(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        System.out.println(line);
    }
}
