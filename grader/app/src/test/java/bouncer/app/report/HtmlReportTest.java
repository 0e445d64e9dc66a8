package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingThatASubmissionSaidBecomesMarkup(long seed) {
        String hostile = "</script><script>alert(2)</script>";
        String page = HtmlReport.write(Samples.report(seed), Map.of("a/B.java", hostile));
        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(page.split("<script", -1)).as("our own two script elements").hasSize(3);
        assertThat(page).doesNotContain("<script>alert", "<img src=x");
        assertThat(page).contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(2)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itIsOneFileThatFetchesNothing(long seed) {
        String page = HtmlReport.write(Samples.report(seed));
        assertThat(page).contains("default-src 'none'").doesNotContain(" src=\"http", "@import", "url(");
    }
}
