package bouncer.app.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The main class of the compiler process: serves compilations over standard input and output. It needs only the JDK,
 * opens no other files, and is replaced by its parent if a submission crashes it.
 */
public final class CompilerMain {
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "--release",
            "17",
            "-implicit:class",
            "-g",
            "-nowarn",
            "-Xmaxerrs",
            "20",
            "-XDignore.symbol.file");
    private static final long STACK = 8L << 20;
    /** The exit code after running out of memory, which the parent reports to the student. */
    static final int OUT_OF_MEMORY = 3;

    private CompilerMain() {}

    /** Answers requests until standard input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        // The first compilation is slow, so it happens while the parent still reads the submission.
        answer(new Request(
                List.of("Warm"), List.of(new Request.Source("Warm.java", "class Warm { Runnable r = () -> {}; }"))));
        out.writeByte(Answer.READY);
        out.flush();
        while (true) {
            Request request;
            try {
                request = Request.read(in);
            } catch (EOFException e) {
                return;
            }
            answer(request).write(out);
            out.flush();
        }
    }

    /** Compiles in a new thread with a large stack, because deeply nested sources make javac recurse deeply. */
    private static Answer answer(Request request) throws InterruptedException {
        Answer[] answer = new Answer[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        answer[0] = compile(request);
                    } catch (OutOfMemoryError e) {
                        Runtime.getRuntime().halt(OUT_OF_MEMORY);
                    } catch (Throwable e) {
                        answer[0] = Answer.gaveUp(reason(e));
                    }
                },
                "javac",
                STACK);
        thread.start();
        thread.join();
        return answer[0];
    }

    private static Answer compile(Request request) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (MemoryFiles files = new MemoryFiles(
                javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8), request)) {
            boolean compiled = javac.getTask(
                            new PrintWriter(Writer.nullWriter()), files, diagnostics, OPTIONS, null, files.roots())
                    .call();
            return compiled ? Answer.of(files.classes()) : Answer.wrong(diagnostics.getDiagnostics());
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof OutOfMemoryError) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        return cause instanceof StackOverflowError
                ? "the code is nested too deeply"
                : "javac failed with " + cause.getClass().getName();
    }
}
