package bouncer.app.report;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of comma-separated values by RFC 4180, whose cells a spreadsheet reads as text. Stateless. */
public final class Csv {
    private static final int CELL = 2000;

    private Csv() {}

    /** Returns a row that ends in a line feed; each cell becomes one clean line. */
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
