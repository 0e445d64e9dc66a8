package bouncer.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, controlled by the DevTools protocol without a driver or library. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int PATIENCE_SECONDS = 120;
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard;
    private final List<String> console = new ArrayList<>();
    private int number;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> heard) {
        this.process = process;
        this.socket = socket;
        this.heard = heard;
    }

    /**
     * Returns the machine's browser; if there is none, prints a warning and returns empty, and the pages are not
     * tested.
     */
    static Optional<Path> find() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("[WARNING] No Chromium found: the pages were NOT TESTED in a browser.");
        }
        return found;
    }

    /**
     * Starts a browser.
     *
     * @param program the browser
     * @param profile an empty directory for its files
     */
    static Browser open(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1200,1400",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(page(client, process, profile), new Ear(heard))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, heard);
            for (String domain : List.of("Page", "Runtime", "Log")) {
                browser.send(domain + ".enable", Map.of());
            }
            return browser;
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Returns the address of its only page; the browser writes its port into the profile when it listens. */
    private static URI page(HttpClient client, Process process, Path profile) throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
            if (Files.isRegularFile(port) && Files.readAllLines(port).size() > 1) {
                URI list = URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
                String pages = client.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                for (JsonNode page : JSON.readTree(pages)) {
                    if (page.path("type").asText().equals("page")) {
                        return URI.create(page.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("The browser did not start");
    }

    void go(Path page) throws Exception {
        send("Page.navigate", Map.of("url", page.toUri().toString()));
        JsonNode said;
        do {
            said = hear();
        } while (!said.path("method").asText().equals("Page.loadEventFired"));
    }

    /** Runs a script in the page and returns what it returns. */
    JsonNode run(String script) throws Exception {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", "(() => {" + script + "})()", "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Sets the preferred colour scheme, dark or light. */
    void prefer(String scheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Presses a key on the focused element. */
    void press(String key) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
        }
    }

    /** Returns the console's messages and the uncaught exceptions of all pages. */
    List<String> console() {
        return List.copyOf(console);
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
        int id = ++number;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode answer = hear();
        while (answer.path("id").asInt() != id) {
            answer = hear();
        }
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    private JsonNode hear() throws Exception {
        JsonNode said = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (said == null) {
            throw new IOException("The browser does not answer any more");
        }
        if (List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                .contains(said.path("method").asText())) {
            console.add(said.path("params").toString());
        }
        return said;
    }

    @Override
    public void close() throws Exception {
        send("Browser.close", Map.of());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Joins the parts of a message. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> heard;
        private final StringBuilder text = new StringBuilder();

        private Ear(BlockingQueue<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    heard.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
