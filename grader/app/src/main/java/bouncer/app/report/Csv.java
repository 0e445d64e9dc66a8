package bouncer.app.report;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of comma-separated values as RFC 4180 has them, which a spreadsheet takes for text. Stateless. */
public final class Csv {
    private static final int CELL = 2000;

    private Csv() {}

    /** One row with its line feed; every cell is one clean line. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        String line = Sanitizer.line(text, CELL);
        // A spreadsheet would run such a cell as a formula.
        String safe = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
        return safe.contains(",") || safe.contains("\"") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
