package bouncer.app.batch;

import bouncer.app.report.HtmlReport;
import bouncer.app.report.Sanitizer;

/** One student's report as a page that opens from disk, with the way back to the class and what grading anew changed. Stateless. */
final class StudentPage {
    private static final String BODY = "<body>";

    private StudentPage() {}

    static String write(Result result) {
        StringBuilder head = new StringBuilder(BODY);
        head.append("\n<p><a href=\"../index.html\">All students</a> · graded ")
                .append(Sanitizer.html(result.when()))
                .append("</p>\n");
        result.changes()
                .forEach(change -> head.append("<p>Changed: ")
                        .append(Sanitizer.html(change))
                        .append("</p>\n"));
        String page = HtmlReport.write(result.report());
        int body = page.indexOf(BODY);
        return body < 0 ? page : page.substring(0, body) + head + page.substring(body + BODY.length());
    }
}
