package bouncer.app.rules;

import java.util.Map;
import java.util.TreeMap;

/** The reasons for refusals, a sentence each for the student, read from {@code reasons.txt}. Immutable. */
final class Reasons {
    private static final String DEFAULT = "It is not among the parts of the JDK that a submission may use.";
    private final Map<String, String> sentences = new TreeMap<>();

    Reasons() {
        for (String line : AllowList.lines("reasons.txt")) {
            int gap = line.indexOf(' ');
            sentences.put(line.substring(0, gap), line.substring(gap).strip());
        }
    }

    /**
     * Returns the sentence for a class or a member such as {@code java.lang.System.exit}; the longest matching name
     * decides.
     */
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
