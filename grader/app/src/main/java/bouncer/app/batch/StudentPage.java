package bouncer.app.batch;

import bouncer.app.report.HtmlReport;
import java.util.Map;

/** Writes the page of one student, which opens from disk. Stateless. */
final class StudentPage {
    private StudentPage() {}

    /** Returns the page of one result. */
    static String write(Result result) {
        return HtmlReport.write(result.report(), Map.of(), result.when(), result.changes());
    }
}
