package bouncer.app.author.mutation;

/**
 * One source file with one thing wrong. Immutable.
 *
 * @param operator what was done, such as {@code drop-synchronized}
 * @param file the file below the source root
 * @param line where, from 1
 * @param number tells mutants of one operator on one line apart, from 1
 * @param before the source as it was
 * @param after the mutated source, with the same number of lines
 */
public record Mutant(String operator, String file, int line, int number, String before, String after) {

    /** The name under which a mutant is explained: operator, line and, from the second of a line on, its number. */
    public String id() {
        return operator + "@" + line + (number == 1 ? "" : "." + number);
    }

    /** The lines that differ, the old ones behind a minus and the new ones behind a plus. */
    public String diff() {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(old.length, now.length); i++) {
            if (!old[i].equals(now[i])) {
                text.append("  ")
                        .append(i + 1)
                        .append(" - ")
                        .append(old[i].strip())
                        .append('\n');
                text.append("  ")
                        .append(i + 1)
                        .append(" + ")
                        .append(now[i].strip())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
