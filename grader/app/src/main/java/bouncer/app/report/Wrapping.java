package bouncer.app.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. Stateless. */
public final class Wrapping {
    private Wrapping() {}

    /** Breaks text at spaces into lines of at most so many characters; a longer word is not broken. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String indent =
                    " ".repeat(paragraph.length() - paragraph.stripLeading().length());
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split(" ", -1)) {
                if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > width) {
                    lines.add(indent + line);
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            if (line.length() > 0) {
                lines.add(indent + line);
            }
        }
        return lines;
    }
}
