package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.verdict.Report;
import bouncer.checks.result.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyReportSatisfiesThePublishedSchema() throws IOException {
        PublishedSchema schema = schema();
        for (long seed = 0; seed < 60; seed++) {
            JsonNode tree = JSON.readTree(JsonReport.write(Samples.report(seed)));
            assertThat(schema.validate(tree)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        PublishedSchema schema = schema();
        String good = JsonReport.write(Samples.report(1));
        assertThat(schema.validate(JSON.readTree("{}"))).isNotEmpty();
        assertThat(schema.validate(JSON.readTree(good.replace("\"verdict\" : \"REJECTED\"", "\"verdict\" : \"FINE\""))))
                .isNotEmpty();
        assertThat(schema.validate(JSON.readTree(good.replace("\"outcome\"", "\"result\""))))
                .isNotEmpty();
    }

    @Test
    void theDiagnosisOfARejectedExerciseIsPartOfTheReport() throws IOException {
        int rejected = 0;
        for (long seed = 0; seed < 60; seed++) {
            JsonNode tree = JSON.readTree(JsonReport.write(Samples.report(seed)));
            for (JsonNode exercise : tree.path("exercises")) {
                JsonNode diagnosis = exercise.path("diagnosis");
                if (diagnosis.isMissingNode()) {
                    continue;
                }
                rejected++;
                ((ObjectNode) exercise).remove("diagnosis");
                assertThat(schema().validate(tree)).as("seed " + seed).isNotEmpty();
                ((ObjectNode) exercise).set("diagnosis", ((ObjectNode) diagnosis.deepCopy()).put("finding", "first"));
                assertThat(schema().validate(tree)).as("seed " + seed).isNotEmpty();
                ((ObjectNode) exercise).set("diagnosis", diagnosis);
            }
        }
        assertThat(rejected).isPositive();
    }

    @Test
    void aReportReadBackIsTheSameReport() {
        for (long seed = 0; seed < 200; seed++) {
            Report report = Samples.report(seed);
            String written = JsonReport.write(report);
            Report read = JsonReader.read(written);
            assertThat(JsonReport.write(read)).as("seed " + seed).isEqualTo(written);
            // A lone half of a surrogate pair is written as U+FFFD; the text that is read is then well-formed.
            assertThat(JsonReader.read(written).exercises()).as("seed " + seed).isEqualTo(read.exercises());
            assertThat(read.exercises()).as("seed " + seed).hasSameSizeAs(report.exercises());
        }
    }

    @Test
    void everyKindOfFindingIsWrittenWithItsKindAndFault() {
        for (Finding finding : Samples.everyFinding(7)) {
            JsonNode node = FindingJson.mapper().valueToTree(finding);
            assertThat(node.path("kind").asText()).isNotEmpty();
            assertThat(node.path("fault").asText()).isEqualTo(finding.fault().id());
        }
    }

    @Test
    void somethingElseIsRefusedInWords() {
        assertThatThrownBy(() -> JsonReader.read("{\"schema\":\"other\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bouncer/report/v1");
        assertThatThrownBy(() -> JsonReader.read("<html>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PublishedSchema schema() throws IOException {
        try (InputStream text = JsonReport.class.getResourceAsStream("report-v1.schema.json")) {
            return PublishedSchema.read(text);
        }
    }
}
