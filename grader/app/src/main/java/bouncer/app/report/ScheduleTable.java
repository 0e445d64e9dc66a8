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

/** Draws a schedule as text, one column for each thread, time running down. Stateless. */
public final class ScheduleTable {
    private static final Pattern NUMBERED = Pattern.compile("T\\d{1,9}");
    private static final int NARROWEST = 16;
    private static final int NUMBER = 5;
    private static final int GAP = 2;
    private static final int FILE = 24;
    private static final int LONGEST = 400;
    /** Where no columns fit in, the thread stands before each step. */
    private static final int TOO_NARROW = 60;

    private ScheduleTable() {}

    /**
     * Draws the last steps.
     *
     * @param most how many steps at most; the earlier ones are only counted
     * @param width how many characters a line may have; with many threads it may take more
     */
    public static List<String> draw(List<Step> steps, int most, int width) {
        List<String> lines = new ArrayList<>();
        if (steps.isEmpty()) {
            return lines;
        }
        List<String> threads = new ArrayList<>(threads(steps));
        String main = mostCommonFile(steps);
        int first = Math.max(0, steps.size() - most);
        if (!fit(width)) {
            return list(steps, first, main, width);
        }
        int[] widths = widths(steps.subList(first, steps.size()), threads, main, width - NUMBER);
        if (steps.stream().anyMatch(step -> !step.file().equals(main))) {
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
            int column = threads.indexOf(step.thread());
            int before = 0;
            for (int left = 0; left < column; left++) {
                before += widths[left];
            }
            lines.add(String.format("%3d  ", i + 1) + " ".repeat(before) + cell(step, main, width - NUMBER - before));
        }
        return lines;
    }

    /** Whether a line of this width has room for columns. */
    public static boolean fit(int width) {
        return width >= TOO_NARROW;
    }

    private static List<String> list(List<Step> steps, int first, String main, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < steps.size(); i++) {
            Step step = steps.get(i);
            String before = String.format("%3d  %s  ", i + 1, Sanitizer.line(step.thread(), NARROWEST));
            lines.add(before + cell(step, main, Math.max(NARROWEST, width - before.length())));
        }
        return lines;
    }

    /**
     * Each column as wide as its steps; where that is too much for the line, the widest give way first. A step that is wider
     * than its column goes on into the next ones: they are empty in its line.
     */
    private static int[] widths(List<Step> steps, List<String> threads, String main, int room) {
        int[] wanted = new int[threads.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = threads.get(i).length() + GAP;
        }
        for (Step step : steps) {
            int column = threads.indexOf(step.thread());
            wanted[column] =
                    Math.max(wanted[column], cell(step, main, Integer.MAX_VALUE).length() + GAP);
        }
        int most = Arrays.stream(wanted).max().orElse(0);
        while (most > NARROWEST && sum(wanted, most) > room) {
            most--;
        }
        int cap = most;
        return Arrays.stream(wanted).map(width -> Math.min(width, cap)).toArray();
    }

    private static int sum(int[] widths, int most) {
        return Arrays.stream(widths).map(width -> Math.min(width, most)).sum();
    }

    private static Set<String> threads(List<Step> steps) {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> names.add(step.thread()));
        return inOrder(names);
    }

    /** T1 stands left of T2 whichever goes first; other threads keep the places that they come by. */
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
        steps.forEach(step -> counts.merge(step.file(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The place is worth more than the end of a long description, so the description is what gets cut. */
    private static String cell(Step step, String main, int room) {
        String place = step.line() <= 0 ? "" : (step.file().equals(main) ? "" : brief(step.file())) + ":" + step.line();
        int left = Math.min(LONGEST, room - place.length() - 1);
        String what = left < 4 ? "" : Sanitizer.line(step.what(), left);
        return (what + " " + place).strip();
    }

    /** Enough of a file's name to know it by. */
    private static String brief(String file) {
        String name =
                Sanitizer.line(file.substring(file.lastIndexOf('/') + 1), 200).replace(".java", "");
        return name.length() <= FILE ? name : "…" + name.substring(name.length() - FILE + 1);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
