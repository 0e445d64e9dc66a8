package bouncer.app.submission;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A source of a submission, or the reason why it cannot be used. Immutable.
 *
 * @param text the content; empty if there is a problem
 * @param problem the reason, or null if the source can be used
 */
record SourceFile(String text, @Nullable Finding problem) {
    private static final int LARGEST = 1 << 20;

    /**
     * Reads a file without following links, and no more of it than the largest permitted size.
     *
     * @param name its path below the source root, which also determines the package it must declare
     */
    static SourceFile read(Path file, String name) {
        SourceFile source = readAnywhere(file, name);
        return source.problem() == null ? inPackage(source.text(), name) : source;
    }

    /**
     * Reads a file that may declare any package or none.
     *
     * @param name its path, for messages
     */
    static SourceFile readAnywhere(Path file, String name) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return bad(name, " is a symbolic link, and links are not followed: put the file itself there");
            }
            if (!attributes.isRegularFile()) {
                return bad(name, attributes.isDirectory() ? " is a directory, not a file" : " is not a regular file");
            }
            byte[] bytes = bytes(file);
            return bytes.length > LARGEST ? bad(name, " is larger than 1 MiB") : decode(bytes, name);
        } catch (AccessDeniedException e) {
            return bad(name, " cannot be read: permission denied");
        } catch (IOException e) {
            return bad(name, " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0 && bytes.size() <= LARGEST; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        }
        return bytes.toByteArray();
    }

    private static SourceFile decode(byte[] bytes, String name) {
        if (bytes.length >= 4 && ByteBuffer.wrap(bytes).getInt() == 0xCAFEBABE) {
            return bad(name, " is a compiled class: hand in the source");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return bad(name, " is not UTF-8 text: save it with the encoding UTF-8");
        }
        // Windows editors put a byte order mark at the beginning, which compilers reject.
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            return bad(name, " is empty");
        }
        if (text.indexOf('\0') >= 0) {
            return bad(name, " is not text: it contains zero bytes");
        }
        return new SourceFile(text, null);
    }

    /** Returns the source with this text and path, or a problem if it declares another package than the path says. */
    static SourceFile inPackage(String text, String name) {
        String expected = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
        String declared = PackageLine.of(text);
        if (declared == null) {
            return bad(name, " declares no package; it must begin with: package " + expected + ";");
        }
        return declared.equals(expected)
                ? new SourceFile(text, null)
                : bad(name, " declares package " + declared + "; where it lies it must be: package " + expected + ";");
    }

    private static SourceFile bad(String name, String what) {
        return new SourceFile("", finding(name + what, name));
    }

    /** Returns a finding about a submission's files. Unprintable characters are replaced. */
    static Finding finding(String message, String file) {
        return new Finding.Unusable(Fault.BAD_SOURCE, printable(message), new Location(printable(file), 0));
    }

    private static String printable(String text) {
        String cut = text.length() <= 600 ? text : text.substring(0, 600) + " …";
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
