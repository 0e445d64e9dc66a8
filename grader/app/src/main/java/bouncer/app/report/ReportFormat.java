package bouncer.app.report;

import bouncer.app.verdict.Report;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every format a report can be written in; each has a writer of its own. */
public enum ReportFormat {
    JSON((report, context) -> JsonReport.write(report)),
    HTML((report, context) -> HtmlReport.write(report)),
    CLASSROOM((report, context) -> ClassroomReporter.write(report)),
    CLASSROOM50((report, context) -> Classroom50.write(report, context.environment(), context.now())),
    GRADESCOPE((report, context) -> Gradescope.write(report)),
    AUTOLAB((report, context) -> Autolab.write(report)),
    PRAIRIELEARN((report, context) -> PrairieLearn.write(report)),
    CODIO((report, context) -> Codio.write(report)),
    JUNIT((report, context) -> JunitXml.write(report)),
    SARIF((report, context) -> Sarif.write(report)),
    SUMMARY((report, context) -> GithubSummary.write(report)),
    ANNOTATIONS((report, context) -> GithubAnnotations.write(report)),
    CSV((report, context) -> CsvReport.write(report)),
    MARKDOWN((report, context) -> MarkdownReport.write(report));

    @SuppressWarnings("ImmutableEnumChecker") // a writer is a function without state
    private final Writer writer;

    ReportFormat(Writer writer) {
        this.writer = writer;
    }

    /** Returns the format's name on the command line, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes the report; the text ends in a line feed and can be written in UTF-8. */
    public String write(Report report, Context context) {
        return Sanitizer.wellFormed(writer.write(report, context));
    }

    /** Finds a format by its name on the command line. */
    public static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * The data that some formats need beside the report.
     *
     * @param environment the process's environment variables
     * @param now when the report is written
     */
    public record Context(Map<String, String> environment, Instant now) {
        public Context {
            environment = Map.copyOf(environment);
        }
    }

    private interface Writer {
        String write(Report report, Context context);
    }
}
