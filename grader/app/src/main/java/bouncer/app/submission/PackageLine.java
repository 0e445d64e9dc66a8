package bouncer.app.submission;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the package declaration of a source as a compiler does: after comments and with Unicode escapes. Stateless. */
final class PackageLine {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern DECLARATION =
            Pattern.compile("package\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\s*\\.\\s*[\\p{L}_$][\\p{L}\\p{N}_$]*)*)");

    private PackageLine() {}

    /** Returns the declared package, or null when the source declares none. */
    static @Nullable String of(String source) {
        String head = withoutComments(unescape(source.substring(0, Math.min(LONGEST_HEAD, source.length()))));
        String rest = head.strip();
        while (rest.startsWith("@")) {
            // Only package-info.java has annotations here: a name and possibly arguments.
            rest = rest.replaceFirst("^@\\s*[\\w.]+\\s*(\\([^)]*\\))?\\s*", "");
        }
        // A missing semicolon is left to the compiler to report.
        Matcher declaration = DECLARATION.matcher(rest);
        return declaration.lookingAt() ? declaration.group(1).replaceAll("\\s+", "") : null;
    }

    /** Returns the text with its Unicode escapes replaced, as a compiler reads it. */
    static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int digits = c == '\\' ? afterU(text, i + 1) : -1;
            if (digits > 0
                    && digits + 4 <= text.length()
                    && text.substring(digits, digits + 4).matches("[0-9a-fA-F]{4}")) {
                plain.append((char) Integer.parseInt(text.substring(digits, digits + 4), 16));
                i = digits + 4;
            } else if (c == '\\' && i + 1 < text.length()) {
                plain.append(c).append(text.charAt(i + 1));
                i += 2;
            } else {
                plain.append(c);
                i++;
            }
        }
        return plain.toString();
    }

    /** Returns the index after one or more letters u, or -1 if there is none. */
    private static int afterU(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == 'u') {
            i++;
        }
        return i > from ? i : -1;
    }

    /**
     * Replaces comments by blanks up to the first semicolon. No string literal can occur before the package
     * declaration.
     */
    private static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("//", i)) {
                i = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 2;
                plain.append(' ');
            } else if (text.charAt(i) == ';') {
                return plain.append(';').toString();
            } else {
                plain.append(text.charAt(i++));
            }
        }
        return plain.toString();
    }
}
