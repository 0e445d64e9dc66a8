package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import java.util.List;
import java.util.Locale;

/** JUnit's XML as Jenkins, GitLab, CodeGrade and others read it: a suite an exercise, a case a check. Stateless. */
final class JunitXml {
    private static final int BODY = 20_000;

    private JunitXml() {}

    static String write(Report report) {
        List<CheckReport> all = report.exercises().stream()
                .flatMap(exercise -> exercise.checks().stream())
                .toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"bouncer\"").append(counts(all)).append(">\n");
        for (ExerciseReport exercise : report.exercises()) {
            xml.append("  <testsuite name=\"")
                    .append(Sanitizer.html(exercise.slug()))
                    .append('"')
                    .append(counts(exercise.checks()))
                    .append(">\n    <properties>\n")
                    .append(property("verdict", exercise.verdict().name()))
                    .append(property("score", Integer.toString(exercise.score())))
                    .append(property("maxScore", Integer.toString(exercise.maxScore())))
                    .append("    </properties>\n");
            exercise.checks().forEach(check -> write(xml, exercise, check));
            xml.append("  </testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void write(StringBuilder xml, ExerciseReport exercise, CheckReport check) {
        xml.append("    <testcase classname=\"")
                .append(Sanitizer.html(exercise.slug()))
                .append("\" name=\"")
                .append(Sanitizer.html(Sanitizer.line(check.title(), 200)))
                .append(String.format(Locale.ROOT, " [%d/%d]", check.score(), check.maxScore()))
                .append("\" time=\"")
                .append(seconds(check.result().millis()))
                .append('"');
        String body = Sanitizer.cut(CheckText.text(check), BODY);
        String first = Sanitizer.html(Sanitizer.line(body.lines().findFirst().orElse(""), 300));
        String fault = check.result().findings().isEmpty()
                ? "bouncer"
                : check.result().findings().get(0).fault().id();
        switch (check.result().outcome()) {
            case PASSED -> xml.append("/>\n");
            case FAILED -> close(xml, "failure", first, fault, body);
            case ERROR -> close(xml, "error", first, "harness", body);
            case SKIPPED, INCONCLUSIVE ->
                xml.append(">\n      <skipped message=\"").append(first).append("\"/>\n    </testcase>\n");
        }
    }

    private static void close(StringBuilder xml, String element, String message, String type, String body) {
        xml.append(">\n      <" + element + " message=\"" + message + "\" type=\"" + type + "\">")
                .append(Sanitizer.html(body))
                .append("</" + element + ">\n    </testcase>\n");
    }

    private static String property(String name, String value) {
        return "      <property name=\"" + name + "\" value=\"" + value + "\"/>\n";
    }

    private static String counts(List<CheckReport> checks) {
        long millis =
                checks.stream().mapToLong(check -> check.result().millis()).sum();
        return " tests=\"" + checks.size() + "\" failures=\"" + count(checks, CheckOutcome.FAILED) + "\" errors=\""
                + count(checks, CheckOutcome.ERROR) + "\" skipped=\""
                + (count(checks, CheckOutcome.SKIPPED) + count(checks, CheckOutcome.INCONCLUSIVE)) + "\" time=\""
                + seconds(millis) + "\"";
    }

    private static long count(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream()
                .filter(check -> check.result().outcome() == outcome)
                .count();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
