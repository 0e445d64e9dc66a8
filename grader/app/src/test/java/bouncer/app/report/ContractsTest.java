package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.verdict.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/**
 * Tests the output of every writer on generated reports against the schemas below {@code contracts/}, which describe
 * what other systems demand, and tests that these schemas reject other documents.
 */
class ContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReportFormat.Context CONTEXT =
            new ReportFormat.Context(Map.of(), Instant.parse("2026-11-24T10:11:12.345Z"));

    @TestFactory
    List<DynamicTest> everyJsonWriterKeepsToItsContract() {
        return List.of(
                        ReportFormat.CLASSROOM,
                        ReportFormat.CLASSROOM50,
                        ReportFormat.GRADESCOPE,
                        ReportFormat.AUTOLAB,
                        ReportFormat.PRAIRIELEARN,
                        ReportFormat.CODIO,
                        ReportFormat.SARIF)
                .stream()
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    PublishedSchema schema = schema(format);
                    int documents = 0;
                    for (Report report : reports()) {
                        for (JsonNode document : documents(format, report)) {
                            assertThat(schema.validate(document))
                                    .as(report.name())
                                    .isEmpty();
                            if (documents++ < 5) {
                                demandsEachMember(schema, document);
                            }
                        }
                    }
                    assertThat(documents).isGreaterThan(50);
                }))
                .toList();
    }

    /** Asserts that the schema rejects the document if a member is missing or has another type. */
    private static void demandsEachMember(PublishedSchema schema, JsonNode document) {
        int demanded = 0;
        for (String name : (Iterable<String>) document::fieldNames) {
            ObjectNode without = document.deepCopy();
            without.remove(name);
            demanded += schema.validate(without).isEmpty() ? 0 : 1;
            assertThat(schema.validate(without.set(name, JSON.createArrayNode().add(JSON.createArrayNode()))))
                    .as(name)
                    .isNotEmpty();
        }
        assertThat(demanded).isPositive();
        assertThat(schema.validate(document.<ObjectNode>deepCopy().put("unheard-of", 1)))
                .isNotEmpty();
    }

    @Test
    void junitKeepsToItsContract() throws Exception {
        Validator validator = junit();
        for (Report report : reports()) {
            String xml = ReportFormat.JUNIT.write(report, CONTEXT);
            assertThatCode(() -> validator.validate(new StreamSource(new StringReader(xml))))
                    .as(xml)
                    .doesNotThrowAnyException();
        }
        String xml = ReportFormat.JUNIT.write(reports().get(0), CONTEXT);
        for (String broken : List.of(
                xml.replaceFirst("tests=\"\\d+\"", ""),
                xml.replaceFirst("time=\"[\\d.]+\"", "time=\"1,5\""),
                xml.replaceFirst("<testcase ", "<test "),
                xml.replace("</testsuites>", "<other/></testsuites>"))) {
            assertThatThrownBy(() -> validator.validate(new StreamSource(new StringReader(broken))))
                    .as(broken)
                    .isInstanceOf(SAXException.class);
        }
    }

    private static List<JsonNode> documents(ReportFormat format, Report report) throws JsonProcessingException {
        String text = format.write(report, CONTEXT);
        if (format == ReportFormat.AUTOLAB) {
            return List.of(JSON.readTree(text.strip().substring(text.strip().lastIndexOf('\n') + 1)));
        }
        if (format != ReportFormat.CLASSROOM) {
            return List.of(JSON.readTree(text));
        }
        List<JsonNode> runners = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split("=", 2);
            if (parts[0].endsWith("_RESULTS")) {
                byte[] json = Base64.getDecoder().decode(parts[1]);
                runners.add(JSON.readTree(new String(json, StandardCharsets.UTF_8)));
            }
        }
        return runners;
    }

    private static List<Report> reports() {
        return LongStream.range(0, 60).mapToObj(Samples::report).toList();
    }

    private static PublishedSchema schema(ReportFormat format) throws IOException {
        try (InputStream text = open(format.id() + ".schema.json")) {
            return PublishedSchema.read(text);
        }
    }

    private static Validator junit() throws IOException, SAXException {
        try (InputStream text = open("junit.xsd")) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(text))
                    .newValidator();
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ContractsTest.class.getResourceAsStream("contracts/" + name), name);
    }
}
