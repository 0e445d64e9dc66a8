package bouncer.app.batch;

import bouncer.app.report.Explanation;
import bouncer.app.report.Text;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;

/** One student's report as a page that opens from disk. Stateless. */
final class StudentPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
            pre { overflow-x: auto; background: #8882; padding: .6rem .8rem; border-radius: 4px; }
            summary { cursor: pointer; } .sub { opacity: .75; }
            </style>
            </head>
            <body>
            <p><a href="../index.html">All students</a></p>
            <h1>%1$s: %2$d of %3$d points</h1>
            """;

    private StudentPage() {}

    static String write(Result result) {
        Report report = result.report();
        StringBuilder page =
                new StringBuilder(String.format(HEAD, Text.html(result.user()), report.score(), report.maxScore()));
        result.changes().forEach(change -> page.append("<p>Changed: " + Text.html(change) + "</p>\n"));
        report.exercises().forEach(exercise -> page.append(section(exercise)));
        page.append("<p class=\"sub\">Bouncer " + Text.html(report.origin().bouncer()) + ", JDK "
                + Text.html(report.origin().jdk()) + ", " + report.origin().cpus() + " CPUs, isolation: "
                + Text.html(report.origin().isolation()) + ", sources " + Text.html(report.sha256()) + ", graded "
                + Text.html(result.when()) + "</p>\n</body>\n</html>\n");
        return page.toString();
    }

    private static String section(ExerciseReport exercise) {
        StringBuilder section = new StringBuilder();
        section.append("<h2>" + Text.html(exercise.slug()) + ": " + exercise.verdict() + ", " + exercise.score()
                + " of " + exercise.maxScore() + "</h2>\n");
        for (CheckReport check : exercise.checks()) {
            String text = Explanation.text(check);
            String line = check.result().outcome() + " " + check.score() + "/" + check.maxScore() + " · "
                    + Text.html(Text.line(check.title(), 200));
            section.append(
                    text.isEmpty()
                            ? "<p>" + line + "</p>\n"
                            : "<details" + (check.result().findings().isEmpty() ? "" : " open") + "><summary>" + line
                                    + "</summary><pre>" + Text.html(text) + "</pre></details>\n");
        }
        return section.toString();
    }
}
