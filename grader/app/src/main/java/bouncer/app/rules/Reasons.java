package bouncer.app.rules;

import java.util.Map;
import java.util.TreeMap;

/** Why something is refused, in a sentence for the student, as {@code reasons.txt} says. Immutable. */
final class Reasons {
    private static final String DEFAULT = "It is not among the parts of the JDK that a submission may use.";
    private final Map<String, String> sentences = new TreeMap<>();

    Reasons() {
        for (String line : AllowList.lines("reasons.txt")) {
            int gap = line.indexOf(' ');
            sentences.put(line.substring(0, gap), line.substring(gap).strip());
        }
    }

    /** The sentence for a class, or for a member as {@code java.lang.System.exit}: the longest match. */
    String of(String name) {
        String best = "";
        for (String key : sentences.keySet()) {
            boolean matches =
                    key.endsWith("*") ? name.startsWith(key.substring(0, key.length() - 1)) : name.equals(key);
            if (matches && key.length() > best.length()) {
                best = key;
            }
        }
        return sentences.getOrDefault(best, DEFAULT);
    }
}
