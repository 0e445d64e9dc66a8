package bouncer.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium through its driver, as the W3C's WebDriver protocol says; nothing else is needed for a page test. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String base) throws IOException, InterruptedException {
        this.driver = driver;
        Map<String, Object> options =
                Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,1400"));
        Map<String, Object> wanted = Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL"))));
        this.session = base + "/session/"
                + send("POST", base + "/session", wanted).path("sessionId").asText();
    }

    /** Whether this machine has what it takes. */
    static boolean isHere() {
        return Files.isExecutable(DRIVER)
                && Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
                        .anyMatch(name -> Files.isExecutable(Path.of(name)));
    }

    static Browser open() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String base = "http://127.0.0.1:" + port;
        for (int i = 0; i < 300; i++) {
            try {
                return new Browser(driver, base);
            } catch (java.net.ConnectException e) {
                Thread.sleep(100);
            }
        }
        driver.destroyForcibly();
        throw new IOException("The driver did not start");
    }

    void go(Path page) throws IOException, InterruptedException {
        send("POST", session + "/url", Map.of("url", page.toUri().toString()));
    }

    /** Runs a script in the page and returns what it returns. */
    JsonNode run(String script) throws IOException, InterruptedException {
        return send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Makes the page believe that the reader prefers a dark or a light screen. */
    void prefer(String scheme) throws IOException, InterruptedException {
        send(
                "POST",
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setEmulatedMedia",
                        "params",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)))));
    }

    /** Everything that the page wrote to the console since the last call. */
    JsonNode console() throws IOException, InterruptedException {
        return send("POST", session + "/se/log", Map.of("type", "browser"));
    }

    private JsonNode send(String method, String address, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return JSON.readTree(answer.body()).path("value");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            send("DELETE", session, Map.of());
        } finally {
            driver.destroy();
        }
    }
}
