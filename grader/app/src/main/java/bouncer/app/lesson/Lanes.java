package bouncer.app.lesson;

import bouncer.checks.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** Draws an interleaving in columns, one for each thread, a line for each step. Stateless. */
public final class Lanes {
    private static final int WIDEST = 34;
    private static final int MOST_STEPS = 60;

    private Lanes() {}

    /**
     * Draws the steps.
     *
     * @return lines without line ends; empty when there are no steps
     */
    public static List<String> draw(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<String> threads = steps.stream().map(Step::thread).distinct().toList();
        int width = width(steps, threads.size());
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("line  ");
        threads.forEach(thread -> head.append(pad(thread, width)));
        lines.add(head.toString().stripTrailing());
        for (Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            String indent = " ".repeat(width * threads.indexOf(step.thread()));
            String number = step.line() > 0 ? String.format("%4d  ", step.line()) : "      ";
            lines.add(number + indent + step.what());
        }
        if (steps.size() > MOST_STEPS) {
            lines.add("      … and " + (steps.size() - MOST_STEPS) + " steps more, in the report");
        }
        return lines;
    }

    private static int width(List<Step> steps, int threads) {
        int longest =
                steps.stream().mapToInt(step -> step.what().length()).max().orElse(0) + 3;
        return Math.max(8, Math.min(longest, threads <= 2 ? WIDEST : WIDEST * 2 / threads));
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
