package bouncer.app.submission;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the name of the public top-level type of a source, which its file must have. Stateless. */
final class PublicType {
    private static final Pattern DECLARATION = Pattern.compile("\\bpublic\\s+(?:(?:abstract|final|sealed|non-sealed"
            + "|strictfp|static)\\s+)*(?:class|enum|record|@?\\s*interface)\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*)");

    private PublicType() {}

    /** Returns the simple name of the first public type outside all braces, or null when there is none. */
    static @Nullable String of(String source) {
        Matcher declaration = DECLARATION.matcher(topLevel(PackageLine.unescape(source)));
        return declaration.find() ? declaration.group(1) : null;
    }

    /** Returns the text outside of braces, comments and literals. */
    private static String topLevel(String text) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); ) {
            int end = skipped(text, i);
            if (end > i) {
                plain.append(' ');
                i = end;
                continue;
            }
            char c = text.charAt(i++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            plain.append(depth <= 0 && c != '}' ? c : ' ');
        }
        return plain.toString();
    }

    /** Returns the end of the comment or literal that begins at an index, or the index itself if none does. */
    private static int skipped(String text, int i) {
        if (text.startsWith("//", i)) {
            return after(text, "\n", i + 2);
        }
        if (text.startsWith("/*", i)) {
            return after(text, "*/", i + 2);
        }
        if (text.startsWith("\"\"\"", i)) {
            return afterLiteral(text, "\"\"\"", i + 3);
        }
        char c = text.charAt(i);
        return c == '"' || c == '\'' ? afterLiteral(text, String.valueOf(c), i + 1) : i;
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private static int afterLiteral(String text, String end, int from) {
        int i = from;
        while (i < text.length() && !text.startsWith(end, i)) {
            boolean lineEnds = end.length() == 1 && text.charAt(i) == '\n';
            if (lineEnds) {
                return i;
            }
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + end.length());
    }
}
