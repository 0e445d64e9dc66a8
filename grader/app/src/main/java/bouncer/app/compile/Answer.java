package bouncer.app.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The answer of the compiler process.
 *
 * @param classes class files by binary name with slashes; empty if the sources did not compile
 * @param errors the errors; empty if the sources compiled
 */
record Answer(SortedMap<String, byte[]> classes, List<Complaint> errors) {
    /** The byte that the child sends when it is ready for requests. */
    static final int READY = 42;

    private static final int MOST_ERRORS = 10;
    private static final int MOST_CLASSES = 2_000;
    private static final int LARGEST = 16 << 20;
    private static final int LONGEST = 1_500;

    /**
     * An error message of javac.
     *
     * @param file the path of the source, or empty if the error belongs to none
     * @param line the line, from 1, or 0 if unknown
     * @param message the message, possibly of several lines
     */
    record Complaint(String file, int line, String message) {}

    /** Returns the answer for compiled classes, or an error if they are too many or too large. */
    static Answer of(Map<String, byte[]> classes) {
        long size = classes.values().stream().mapToLong(bytes -> bytes.length).sum();
        return classes.size() > MOST_CLASSES || size > LARGEST
                ? gaveUp(classes.size() + " classes of " + size + " bytes are more than an exercise may have")
                : new Answer(new TreeMap<>(classes), List.of());
    }

    /** Returns the answer for a compilation that was given up. */
    static Answer gaveUp(String reason) {
        return new Answer(new TreeMap<>(), List.of(new Complaint("", 0, "The compiler gave up: " + reason)));
    }

    /** Returns the answer for sources with errors, limited to the first ten. */
    static Answer wrong(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Complaint> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && errors.size() < MOST_ERRORS) {
                JavaFileObject source = diagnostic.getSource();
                errors.add(new Complaint(
                        source instanceof MemoryFiles.SourceFile file ? file.path() : "",
                        (int) Math.max(0, diagnostic.getLineNumber()),
                        plain(diagnostic.getMessage(Locale.ENGLISH))));
            }
        }
        return errors.isEmpty()
                ? gaveUp("javac reported no error and made no class")
                : new Answer(new TreeMap<>(), errors);
    }

    /** Returns the text shortened, and without characters that a terminal or a log could interpret. */
    static String plain(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
        return cut.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", "?")
                .strip();
    }

    /** Writes this answer, without flushing. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            Request.bytes(out, entry.getValue());
        }
        out.writeInt(errors.size());
        for (Complaint error : errors) {
            out.writeUTF(error.file());
            out.writeInt(error.line());
            out.writeUTF(error.message());
        }
    }

    /**
     * Reads an answer.
     *
     * @throws IOException if the stream ends or is not an answer
     */
    static Answer read(DataInputStream in) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (int left = Request.count(in, MOST_CLASSES); left > 0; left--) {
            classes.put(in.readUTF(), Request.readBytes(in));
        }
        List<Complaint> errors = new ArrayList<>();
        for (int left = Request.count(in, MOST_ERRORS); left > 0; left--) {
            errors.add(new Complaint(in.readUTF(), in.readInt(), in.readUTF()));
        }
        return new Answer(classes, errors);
    }
}
