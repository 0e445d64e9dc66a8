package bouncer.app.report;

import bouncer.app.verdict.Report;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Codio's {@code grade} from 0 to 100 with its {@code feedback}, at most 1 MB. Stateless. */
final class Codio {
    private static final int FEEDBACK = 300_000;

    private Codio() {}

    static String write(Report report) {
        ObjectNode root = Json.object();
        root.put("grade", grade(report));
        root.put("points", report.score());
        root.put("maxPoints", report.maxScore());
        root.put("format", "md");
        root.put("feedback", Sanitizer.cut(MarkdownReport.write(report), FEEDBACK));
        return Json.indented(root);
    }

    /** Returns the score in per cent, with two decimal places. */
    private static BigDecimal grade(Report report) {
        return report.maxScore() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * report.score())
                        .divide(BigDecimal.valueOf(report.maxScore()), 2, RoundingMode.HALF_UP);
    }
}
