package bouncer.app.batch;

import bouncer.app.report.HtmlReport;
import java.util.Map;

/** One student's report as a page that opens from disk, with a link back to the class. Stateless. */
final class StudentPage {
    private StudentPage() {}

    static String write(Result result) {
        return HtmlReport.write(result.report(), Map.of(), result.when(), result.changes());
    }
}
