package bouncer.app.report;

import bouncer.checks.result.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Draws a schedule as text: one column for each thread, one row for each step. Stateless. */
public final class ScheduleTable {
    private static final Pattern NUMBERED = Pattern.compile("T\\d{1,9}");
    private static final int NARROWEST = 16;
    /** The least width of a column, which leaves space for the last one, and the least width of the last one. */
    private static final int LEAST = 8;

    private static final int LAST = 30;
    private static final int NUMBER = 5;
    private static final int GAP = 2;
    private static final int FILE = 24;
    private static final int LONGEST = 400;
    /** Below this width there are no columns; each row begins with its thread. */
    private static final int TOO_NARROW = 60;

    private ScheduleTable() {}

    /**
     * Draws the last steps.
     *
     * @param most the most steps that are drawn; earlier ones are only counted
     * @param width characters of a line; with very many threads a line may take more
     */
    public static List<String> draw(List<Step> steps, int most, int width) {
        List<String> lines = new ArrayList<>();
        if (steps.isEmpty()) {
            return lines;
        }
        List<String> threads = new ArrayList<>(threads(steps.subList(Math.max(0, steps.size() - most), steps.size())));
        String main = mostCommonFile(steps);
        int first = Math.max(0, steps.size() - most);
        if (!fit(width)) {
            return list(steps, first, main, width);
        }
        int[] widths = widths(steps.subList(first, steps.size()), threads, main, width - NUMBER);
        if (steps.stream().anyMatch(step -> isElsewhere(step, main))) {
            lines.add(" ".repeat(NUMBER) + "(:n is line n of " + Sanitizer.line(main, width - 30) + ")");
        }
        StringBuilder head = new StringBuilder(" ".repeat(NUMBER));
        for (int i = 0; i < widths.length; i++) {
            head.append(pad(Sanitizer.line(threads.get(i), widths[i] - GAP), widths[i]));
        }
        lines.add(head.toString().stripTrailing());
        if (first > 0) {
            lines.add("  …  " + first + (first == 1 ? " earlier step" : " earlier steps"));
        }
        for (int i = first; i < steps.size(); i++) {
            Step step = steps.get(i);
            int before =
                    Arrays.stream(widths, 0, threads.indexOf(step.thread())).sum();
            add(lines, String.format("%3d  ", i + 1) + " ".repeat(before), cell(step, main), width);
        }
        return lines;
    }

    /** Adds a cell; one that is too long continues in the next row. */
    private static void add(List<String> lines, String before, String cell, int width) {
        String margin = before;
        for (String line : Wrapping.wrap(cell, Math.max(NARROWEST, width - before.length()))) {
            lines.add(margin + line);
            margin = " ".repeat(before.length());
        }
    }

    /** Returns true if a line of this width is wide enough for columns. */
    public static boolean fit(int width) {
        return width >= TOO_NARROW;
    }

    private static List<String> list(List<Step> steps, int first, String main, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < steps.size(); i++) {
            Step step = steps.get(i);
            String before = String.format("%3d  %s  ", i + 1, Sanitizer.line(step.thread(), NARROWEST));
            add(lines, before, cell(step, main), width);
        }
        return lines;
    }

    /**
     * Computes the widths: each column is as wide as its steps; if that exceeds the line, the widest columns shrink
     * first. The last column stays wide enough for most of its steps: a step in any other column can extend into the
     * next columns, which are empty in its row.
     */
    private static int[] widths(List<Step> steps, List<String> threads, String main, int room) {
        int[] wanted = new int[threads.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = threads.get(i).length() + GAP;
        }
        for (Step step : steps) {
            int column = threads.indexOf(step.thread());
            wanted[column] = Math.max(wanted[column], cell(step, main).length() + GAP);
        }
        int last = wanted.length - 1;
        int end = Math.min(wanted[last], LAST);
        int most = Arrays.stream(wanted).max().orElse(0);
        while (most > LEAST && sum(wanted, last, most) > room - end) {
            most--;
        }
        int cap = most;
        return Arrays.stream(wanted).map(width -> Math.min(width, cap)).toArray();
    }

    private static int sum(int[] widths, int count, int most) {
        return Arrays.stream(widths, 0, count)
                .map(width -> Math.min(width, most))
                .sum();
    }

    private static Set<String> threads(List<Step> steps) {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> names.add(step.thread()));
        return inOrder(names);
    }

    /** Orders threads: T1, T2 and so on by number, then the others in the order of their first steps. */
    private static Set<String> inOrder(Set<String> names) {
        Iterator<String> numbered = names.stream()
                .filter(name -> NUMBERED.matcher(name).matches())
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .iterator();
        Set<String> ordered = new LinkedHashSet<>();
        names.forEach(name -> ordered.add(NUMBERED.matcher(name).matches() ? numbered.next() : name));
        return ordered;
    }

    private static String mostCommonFile(List<Step> steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.stream().filter(step -> step.line() > 0).forEach(step -> counts.merge(step.file(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Returns the text of a step; a no-break space keeps the line number with the last word. */
    private static String cell(Step step, String main) {
        String place = step.line() <= 0 ? "" : (isElsewhere(step, main) ? brief(step.file()) : "") + ":" + step.line();
        return (Sanitizer.line(step.what(), LONGEST) + " " + place).strip();
    }

    private static boolean isElsewhere(Step step, String main) {
        return step.line() > 0 && !step.file().equals(main);
    }

    /** Returns a short form of a file's name. */
    private static String brief(String file) {
        String name =
                Sanitizer.line(file.substring(file.lastIndexOf('/') + 1), 200).replace(".java", "");
        return name.length() <= FILE ? name : "…" + name.substring(name.length() - FILE + 1);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
