package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML as Jenkins, GitLab, CodeGrade and others read it: a suite for each exercise, a test case for each check.
 * Points are properties of the suite and never part of a name, because systems that keep a history identify tests by
 * name. Used by one thread.
 */
final class JunitXml {
    private static final int BODY = 20_000;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;
    private boolean isEmpty;

    private JunitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String write(Report report) {
        try {
            JunitXml writer = new JunitXml();
            writer.report(report);
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
    }

    private void report(Report report) throws XMLStreamException {
        List<CheckReport> all = report.exercises().stream()
                .flatMap(exercise -> exercise.checks().stream())
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites");
        attribute("name", "bouncer");
        counts(all);
        for (ExerciseReport exercise : report.exercises()) {
            start("testsuite");
            attribute("name", exercise.slug());
            counts(exercise.checks());
            attribute(
                    "skipped",
                    Long.toString(count(exercise.checks(), CheckOutcome.SKIPPED)
                            + count(exercise.checks(), CheckOutcome.INCONCLUSIVE)));
            start("properties");
            property("verdict", exercise.verdict().name());
            property("score", Integer.toString(exercise.score()));
            property("maxScore", Integer.toString(exercise.maxScore()));
            end();
            for (CheckReport check : exercise.checks()) {
                check(exercise, check);
            }
            end();
        }
        end();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void check(ExerciseReport exercise, CheckReport check) throws XMLStreamException {
        start("testcase");
        attribute("classname", exercise.slug());
        attribute("name", Sanitizer.line(check.title(), 200));
        attribute("time", seconds(check.result().millis()));
        String body = Sanitizer.cut(FailureText.text(exercise, check), BODY);
        switch (check.result().outcome()) {
            case PASSED -> {}
            case FAILED -> failure("failure", summary(exercise, check), fault(exercise, check), body);
            case ERROR -> failure("error", Sanitizer.line(check.result().note(), 300), "error", body);
            case SKIPPED, INCONCLUSIVE -> {
                start("skipped");
                attribute("message", Sanitizer.line(check.result().note(), 300));
                end();
            }
        }
        end();
    }

    private static String summary(ExerciseReport exercise, CheckReport check) {
        String root = exercise.diagnosis()
                .filter(found -> found.check().equals(check.result().id()))
                .map(found -> FailureText.heading(found) + ": ")
                .orElse("");
        return root
                + check.result().findings().stream()
                        .findFirst()
                        .map(finding -> FailureText.summary(finding.message(), 300))
                        .orElse("");
    }

    private static String fault(ExerciseReport exercise, CheckReport check) {
        return exercise.diagnosis()
                .filter(found -> found.check().equals(check.result().id()))
                .map(found -> found.fault().id())
                .orElseGet(() -> check.result().findings().isEmpty()
                        ? "failure"
                        : check.result().findings().get(0).fault().id());
    }

    private void failure(String element, String message, String type, String body) throws XMLStreamException {
        start(element);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(Sanitizer.clean(body));
        end();
    }

    private void property(String name, String value) throws XMLStreamException {
        start("property");
        attribute("name", name);
        attribute("value", value);
        end();
    }

    private void counts(List<CheckReport> checks) throws XMLStreamException {
        long millis =
                checks.stream().mapToLong(check -> check.result().millis()).sum();
        attribute("tests", Integer.toString(checks.size()));
        attribute("failures", Long.toString(count(checks, CheckOutcome.FAILED)));
        attribute("errors", Long.toString(count(checks, CheckOutcome.ERROR)));
        attribute("time", seconds(millis));
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth++));
        xml.writeStartElement(element);
        isEmpty = true;
    }

    /** Ends an element, on a line of its own if it has child elements. */
    private void end() throws XMLStreamException {
        depth--;
        if (!isEmpty) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
        isEmpty = false;
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Sanitizer.clean(value));
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
