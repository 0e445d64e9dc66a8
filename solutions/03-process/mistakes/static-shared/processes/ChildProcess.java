package processes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public final class ChildProcess {
    private ChildProcess() {}

    public record Result(int exitCode, String output) {}

    public static synchronized Result run(Class<?> mainClass, String input) throws IOException, InterruptedException {
        PrintStream out = System.out;
        InputStream in = System.in;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            mainClass.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return new Result(0, bytes.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            return new Result(1, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setIn(in);
        }
    }
}
