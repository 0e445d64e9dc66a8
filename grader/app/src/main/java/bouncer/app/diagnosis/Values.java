package bouncer.app.diagnosis;

import bouncer.checks.result.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The expected and the actual value in a form that is easy to compare: invisible white space is escaped, and long texts
 * are cut to the surroundings of the first difference. Immutable.
 *
 * @param subject what was compared; empty if nothing was
 * @param expected null if the finding compares no values
 * @param actual null exactly if expected is null
 */
record Values(
        String subject, @Nullable String expected, @Nullable String actual) {
    private static final Values NONE = new Values("", null, null);
    /** The most characters of a text that are shown, and how many of them may precede the first difference. */
    private static final int SHOWN = 60;

    private static final int BEFORE = 20;

    static Values of(Finding finding) {
        if (finding instanceof Finding.ContractBroken broken) {
            return of(broken.message(), broken.expected(), broken.actual());
        }
        return finding instanceof Finding.WrongResult wrong
                ? of(wrong.message(), wrong.expected(), wrong.actual())
                : NONE;
    }

    private static Values of(String message, @Nullable String expected, @Nullable String actual) {
        int end = message.indexOf(": expected ");
        if (expected == null || actual == null || end < 0) {
            return NONE;
        }
        return compared(message.substring(0, end), plain(expected), plain(actual));
    }

    /** Returns a long as a plain number: 2 and not 2L. */
    private static String plain(String text) {
        return text.matches("-?\\d+L") ? text.substring(0, text.length() - 1) : text;
    }

    private static Values compared(String subject, String expected, String actual) {
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        int longest = Math.max(expected.length(), actual.length());
        int from = longest <= SHOWN ? 0 : Math.max(0, same - BEFORE);
        return new Values(subject, shown(expected, from), shown(actual, from));
    }

    private static String shown(String text, int from) {
        int begin = Math.min(from, text.length());
        int end = Math.min(text.length(), begin + SHOWN);
        begin -= splits(text, begin) ? 1 : 0;
        end -= splits(text, end) ? 1 : 0;
        String part = (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean trailing =
                    c == ' ' && (i + 1 == part.length() || part.charAt(i + 1) == '\n' || part.charAt(i + 1) == '"');
            visible.append(
                    c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : trailing ? "·" : String.valueOf(c));
        }
        return visible.toString();
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
