package bouncer.app.report;

import java.util.regex.Pattern;

/** Makes text that a submission can influence harmless for its readers. Stateless. */
public final class Sanitizer {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern COMMAND = Pattern.compile("(?m)(^|\\s)::");

    private Sanitizer() {}

    /**
     * Keeps line feeds and printable characters; replaces terminal escapes, bells, direction overrides and broken
     * surrogates by U+FFFD and a tab by a space. Changes what GitHub's runner would read as a command at the beginning of
     * a line, also of one that is wrapped later.
     */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            if (point == '\t') {
                clean.append(' ');
            } else if (point == '\n' || !harmful(point)) {
                clean.appendCodePoint(point);
            } else {
                clean.append(REPLACEMENT);
            }
        });
        return COMMAND.matcher(clean).replaceAll("$1:\u2060:").replace("##[", "#\u2060#[");
    }

    /** Replaces each lone half of a surrogate pair by U+FFFD, so that the text can be written in UTF-8. */
    public static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        whole.appendCodePoint(Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point));
        return whole.toString();
    }

    private static boolean harmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Direction marks and overrides make a reader see another text than the actual one; joiners are part of
            // emoji.
            case Character.FORMAT -> point != 0x200D && point != 0x200C && point != 0x2060;
            case Character.UNASSIGNED -> (point & 0xFFFE) == 0xFFFE;
            default -> false;
        };
    }

    /** Returns one clean line of at most so many characters, cut with an ellipsis. */
    public static String line(String text, int most) {
        String line = clean(text).strip().replaceAll("\\s*\n\\s*", " / ");
        return cut(line, most);
    }

    /** Cuts with an ellipsis, never through a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most || most < 2) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** Returns clean text for HTML or XML, between tags or in a quoted attribute. */
    public static String html(String text) {
        return clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns one clean line for Markdown, without markup, mentions, links or ends of table cells. */
    static String markdown(String text, int most) {
        return line(text, most)
                .replaceAll("([\\\\`*_{}\\[\\]()#+.!|~-])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("://", ":&#47;&#47;");
    }

    /** Returns text for a fenced block, none of whose lines can end the block. */
    static String fenced(String text) {
        return "````text\n" + clean(text).replace("````", "''''").stripTrailing() + "\n````\n";
    }
}
